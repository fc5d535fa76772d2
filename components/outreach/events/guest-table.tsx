import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { DataTable, type Column } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { NavTabs } from '@/components/ui/nav-tabs'
import { Tag } from '@/components/ui/tag'
import { recordAnswer } from '@/lib/outreach/events/actions'
import type { Guest } from '@/lib/outreach/events/queries'
import { formatMoment } from '@/lib/platform/dates'

type Props = { guests: Guest[]; waiting: ReadonlySet<string>; all: boolean; path: string; open: boolean }

/** Who answered what, and a click for an answer that came by telephone. */
export async function GuestTable({ guests, waiting, all, path, open }: Props) {
  const [t, locale] = await Promise.all([getTranslations('events.page'), getLocale()])
  const columns: Column<Guest>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (guest) => `${guest.firstName} ${guest.lastName}` },
    { key: 'reason', header: t('reason'), cell: (guest) => t(guest.reason === 'relative' ? 'reasons.relative' : 'reasons.veteran') },
    { key: 'answer', header: t('answer'), cell: (guest) => (guest.answer === null ? t('noAnswer') : <>{guest.answer ? t('yes') : t('no')} {waiting.has(guest.id) && <Tag tone="warning">{t('wait')}</Tag>}{guest.answeredAt && <span className="block text-sm text-muted">{formatMoment(guest.answeredAt, locale, 'short')}</span>}</>) },
    { key: 'seats', header: t('seats'), align: 'end', cell: (guest) => (guest.answer ? guest.seats : t('noAnswer')) },
    ...(open ? [{ key: 'action', header: t('action'), align: 'end' as const, cell: (guest: Guest) => <Record guest={guest} yes={t('sayYes')} no={t('sayNo')} /> }] : []),
  ]
  return (
    <section>
      <h2 className="mb-2">{t('guests')}</h2>
      <div className="mb-3"><NavTabs label={t('guests')} items={[{ href: path, label: t('onlyAnswered'), current: !all }, { href: `${path}?all=1`, label: t('allGuests'), current: all }]} /></div>
      <DataTable caption={t('guests')} columns={columns} rows={guests} rowKey={(guest) => guest.id} rowHref={(guest) => `/people/${guest.personId}`} empty={<EmptyState title={t('noGuests')} />} />
    </section>
  )
}

function Record({ guest, yes, no }: { guest: Guest; yes: string; no: string }) {
  return (
    <div className="form-actions justify-end gap-1">
      {guest.answer !== true && <ActionButton size="small" variant="quiet" action={recordAnswer} values={{ invitationId: guest.id, answer: 'yes', seats: String(guest.seats) }}>{yes}</ActionButton>}
      {guest.answer !== false && <ActionButton size="small" variant="quiet" action={recordAnswer} values={{ invitationId: guest.id, answer: 'no' }}>{no}</ActionButton>}
    </div>
  )
}
