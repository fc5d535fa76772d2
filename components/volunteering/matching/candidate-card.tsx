import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import { askVolunteer, takeBackPair, turnDownPair } from '@/lib/volunteering/matching/candidates/actions'
import type { Candidate } from '@/lib/volunteering/matching/candidates/queries'
import type { Lists } from '@/lib/volunteering/list/sql'
import { causes } from '@/lib/volunteering/matching/rules'
import { CompareTable } from './compare-table'
import { ReasonList } from './reason-list'

const DAY = 86_400_000

/** One volunteer beside the request: three reasons for, one against, what nobody knows, the comparison line by line, and what can be done. */
export function CandidateCard({ candidate: c, requestId, lists, now, othersAsked, compared, first: best }: { candidate: Candidate; requestId: string; lists: Lists; now: Date; othersAsked: boolean; /** Chosen to be seen side by side. */ compared: readonly Candidate[]; /** Stands first: asking them is what the page is for. */ first: boolean }) {
  const [t, locale] = [useTranslations('matching'), useLocale()]
  const pair = { volunteerRequestId: requestId, volunteerId: c.id }
  const recent = c.stoodAt !== null && now.getTime() - c.stoodAt.getTime() < DAY
  const [first] = compared
  const chosen = compared.some(({ id }) => id === c.id)
  const beside = chosen ? <Tag>{t('two.chosen')}</Tag> : <LinkButton href={`/volunteers/requests/${requestId}?${new URLSearchParams(first ? { a: first.id, b: c.id } : { a: c.id })}`} size="small" variant="quiet">{first ? t('two.with', { name: first.name }) : t('two.begin')}<span className="sr-only"> {c.name}</span></LinkButton>
  return (
    <Card title={<>{c.name} {c.stands === 'asked' && <Tag tone="info">{t('one.isAsked')}</Tag>} {c.wished && <Tag tone="info">{t('wished')}</Tag>}</>} foot={c.helping.lastAskedOn ? t('one.lastAsked', { day: formatDay(c.helping.lastAskedOn, locale, 'short') }) : t('one.neverAsked')}
      actions={<>{beside}<LinkButton href={`/volunteers/${c.id}`} size="small" variant="quiet">{t('one.open')}</LinkButton></>}>
      <div className="mb-3"><ReasonList reasons={c.reasons} lists={lists} />{c.unchecked && <p>? {t('one.unchecked')}</p>}</div>
      <details className="mb-3"><summary>{t('one.compare')}</summary><CompareTable parts={c.score.parts} lists={lists} /></details>
      <div className="flex flex-wrap items-start gap-3">
        {c.stands !== 'asked' && !othersAsked && <ActionButton action={askVolunteer} values={pair} variant={best ? 'primary' : 'secondary'} size="small">{t('one.ask')}</ActionButton>}
        {recent && c.stands && <ActionButton action={takeBackPair} values={pair} size="small">{t('one.takeBack')}</ActionButton>}
        <details>
          <summary>{t('one.turnDown')}</summary>
          <p className="mt-1">{t('one.cause')}</p>
          <div className="mt-1 flex flex-wrap gap-2">{causes.map((cause) => <ActionButton key={cause} action={turnDownPair} values={{ ...pair, cause }} size="small">{t(`cause.${cause}`)}</ActionButton>)}</div>
        </details>
      </div>
    </Card>
  )
}
