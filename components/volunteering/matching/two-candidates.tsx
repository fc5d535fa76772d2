import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { LinkButton } from '@/components/ui/link-button'
import { askVolunteer } from '@/lib/volunteering/matching/candidates/actions'
import type { Candidate } from '@/lib/volunteering/matching/candidates/queries'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { Part } from '@/lib/volunteering/matching/score/rules'
import { signs } from './compare-table'
import { usePartWords } from './part-words'

type Props = { pair: readonly Candidate[]; requestId: string; lists: Lists; othersAsked: boolean }

/** Two candidates side by side, line by line: what the citizen wishes, what each says, and how it goes together by symbol and word. With one chosen it says how the second is. */
export function TwoCandidates({ pair: [a, b], requestId, lists, othersAsked }: Props) {
  const t = useTranslations('matching')
  const { sides } = usePartWords(lists)
  const back = <LinkButton href={`/volunteers/requests/${requestId}`} size="small" variant="quiet">{t('two.stop')}</LinkButton>
  if (!a) return null
  if (!b) return <Card title={t('two.first', { name: a.name })} actions={back}><p>{t('two.second')}</p></Card>
  // How long somebody has waited is the same for both.
  const lines = a.score.parts.filter(({ name }) => name !== 'waiting')
  const of = (one: Candidate, name: Part['name']) => one.score.parts.find((line) => line.name === name)
  type Line = { key: string; what: string; wanted: string; cells: ReactNode[] }
  const cell = (one: Candidate, name: Part['name']) => {
    const line = of(one, name)
    return line && <div><span className="block"><span aria-hidden="true">{signs[line.fit]}</span> {t(`fit.${line.fit}`)}</span>{line.fit !== 'unknown' && <span className="text-sm text-muted">{sides(line)[1]}</span>}</div>
  }
  const rows: Line[] = [
    ...lines.map((line) => ({ key: line.name, what: t(`part.${line.name}`), wanted: sides(line)[0], cells: [a, b].map((one) => cell(one, line.name)) })),
    { key: 'against', what: t('two.against'), wanted: '–', cells: [a, b].map(({ reasons }) => (reasons.against ? t(`part.${reasons.against.name}`) : t('two.nothing'))) },
  ]
  const columns: Column<Line>[] = [
    { key: 'line', header: t('compare.line'), rowHeader: true, cell: ({ what }) => what }, { key: 'wanted', header: t('compare.wanted'), cell: ({ wanted }) => wanted },
    ...[a, b].map(({ id, name }, at) => ({ key: id, header: name, cell: ({ cells }: Line) => cells[at] })),
  ]
  return (
    <Card title={t('two.title', { a: a.name, b: b.name })} actions={back}>
      <DataTable caption={t('two.caption', { a: a.name, b: b.name })} columns={columns} rows={rows} rowKey={({ key }) => key} empty={null} />
      {!othersAsked && <div className="mt-3 flex flex-wrap gap-3">{[a, b].filter(({ stands }) => stands !== 'asked').map(({ id, name }) => <ActionButton key={id} action={askVolunteer} values={{ volunteerRequestId: requestId, volunteerId: id }} size="small">{t('two.ask', { name })}</ActionButton>)}</div>}
    </Card>
  )
}
