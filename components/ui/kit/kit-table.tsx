import { toDay, type Day } from '@/lib/platform/day'
import { BulkBar } from '../bulk-bar'
import { Button } from '../button'
import { DataTable, type Column } from '../data-table'
import { DateText } from '../date-text'
import { EmptyState } from '../empty-state'
import { Menu } from '../menu'
import { Pagination } from '../pagination'
import { Tag } from '../tag'
import type { Tone } from '../tone'
import { KitSection, Specimen } from './kit-section'

type Row = { id: string; name: string; area: string; last: Day | null; status: string; tone: Tone; letters: number }

const rows: Row[] = [
  { id: '1', name: 'Anders Aagaard Sørensen', area: 'Vorup', last: toDay('2025-08-12'), status: 'Forfalden', tone: 'error', letters: 4 },
  { id: '2', name: 'Birgit Kjær', area: 'Assentoft', last: toDay('2025-10-02'), status: 'Snart forfalden', tone: 'warning', letters: 2 },
  { id: '3', name: 'Christian Østergaard', area: 'Randers C', last: null, status: 'Første brev', tone: 'info', letters: 0 },
  { id: '4', name: 'Ditte Holm', area: 'Langå', last: toDay('2026-03-19'), status: 'Skrevet til', tone: 'success', letters: 11 },
]

const columns: Column<Row>[] = [
  { key: 'name', header: 'Navn', sortKey: 'name', rowHeader: true, cell: (row) => row.name },
  { key: 'area', header: 'Bydel', cell: (row) => row.area },
  { key: 'last', header: 'Sidste brev', sortKey: 'last', nowrap: true, cell: (row) => <DateText day={row.last} look="short" /> },
  { key: 'status', header: 'Status', cell: (row) => <Tag tone={row.tone}>{row.status}</Tag> },
  { key: 'letters', header: 'Breve', sortKey: 'letters', align: 'end', cell: (row) => row.letters },
  {
    key: 'actions',
    header: 'Handlinger',
    hideHeader: true,
    align: 'end',
    cell: (row) => (
      <Menu about={row.name} size="small">
        <a href="/admin/kit">Log opkald</a>
        <a href="/admin/kit">Registrér retur</a>
        <hr />
        <a href="/admin/kit" className="menu-danger">
          Tag af listen
        </a>
      </Menu>
    ),
  },
]

export function KitTable() {
  const empty = (
    <EmptyState title="Ingen mangler et brev" good>
      Det næste forfalder den 3. oktober.
    </EmptyState>
  )
  return (
    <KitSection title="Tabel">
      <form>
        <DataTable
          caption="Veteraner, der mangler et brev"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={() => '/admin/kit'}
          currentKey="2"
          sort={{ key: 'last', direction: 'asc', href: (key, direction) => `/admin/kit?sort=${key}&direction=${direction}` }}
          select={{ name: 'person', label: (row) => `Vælg ${row.name}`, selected: ['4'] }}
          empty={empty}
        />
        <BulkBar name="person">
          <Button size="small" variant="primary">
            Læg i kørslen
          </Button>
          <Button size="small">Giv videre</Button>
        </BulkBar>
      </form>
      <Pagination page={3} pageSize={20} total={312} href={(page) => `/admin/kit?page=${page}`} />
      <Specimen name="Uden rækker">
        <DataTable caption="Tom" columns={columns} rows={[]} rowKey={(row) => row.id} empty={empty} />
      </Specimen>
    </KitSection>
  )
}
