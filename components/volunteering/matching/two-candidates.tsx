import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
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
  const cell = (one: Candidate, name: Part['name']) => {
    const line = of(one, name)
    return line && <td className="pe-3"><span className="block"><span aria-hidden="true">{signs[line.fit]}</span> {t(`fit.${line.fit}`)}</span><span className="text-sm text-muted">{line.fit === 'unknown' ? null : sides(line)[1]}</span></td>
  }
  return (
    <Card title={t('two.title', { a: a.name, b: b.name })} actions={back}>
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <caption className="sr-only">{t('two.caption', { a: a.name, b: b.name })}</caption>
          <thead><tr><th scope="col" className="pe-3">{t('compare.line')}</th><th scope="col" className="pe-3">{t('compare.wanted')}</th>{[a, b].map(({ id, name }) => <th key={id} scope="col" className="pe-3">{name}</th>)}</tr></thead>
          <tbody>
            {lines.map((line) => <tr key={line.name} className="border-t border-line align-top"><th scope="row" className="pe-3">{t(`part.${line.name}`)}</th><td className="pe-3">{sides(line)[0]}</td>{cell(a, line.name)}{cell(b, line.name)}</tr>)}
            <tr className="border-t border-line align-top">
              <th scope="row" className="pe-3">{t('two.against')}</th><td>–</td>
              {[a, b].map(({ id, reasons }) => <td key={id} className="pe-3">{reasons.against ? t(`part.${reasons.against.name}`) : t('two.nothing')}</td>)}
            </tr>
          </tbody>
        </table>
      </div>
      {!othersAsked && <div className="mt-3 flex flex-wrap gap-3">{[a, b].filter(({ stands }) => stands !== 'asked').map(({ id, name }) => <ActionButton key={id} action={askVolunteer} values={{ volunteerRequestId: requestId, volunteerId: id }} size="small">{t('two.ask', { name })}</ActionButton>)}</div>}
    </Card>
  )
}
