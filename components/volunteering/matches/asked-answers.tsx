import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { answerForVolunteer } from '@/lib/volunteering/matching/asking/actions'
import { beginMatchNow } from '@/lib/volunteering/matches/actions'
import type { AskedPair } from '@/lib/volunteering/matches/sql'

/** How far a question has come: what each has said, what the volunteer told the lead, and the beginning where something was in its way. */
export function AskedAnswers({ pair: p }: { pair: AskedPair }) {
  const t = useTranslations('matches')
  const values = { volunteerRequestId: p.requestId, volunteerId: p.volunteer.id }
  const said = (yes: boolean | null, mailed: boolean) => t(yes ? 'said.yes' : yes === false ? 'said.no' : mailed ? 'said.mailed' : p.fresh ? 'said.soon' : 'said.ring')
  return (
    <div className="card space-y-3 p-(--card-pad)">
      <p>{t('personSays')}: <strong>{said(p.personYes, p.personMailed)}</strong> · {t('volunteerSays')}: <strong>{said(p.volunteerYes, p.volunteerMailed)}</strong></p>
      {p.volunteerYes === null && <div className="flex flex-wrap items-center gap-2"><span>{t('told.volunteer')}</span>{(['yes', 'no'] as const).map((answer) => <ActionButton key={answer} action={answerForVolunteer} values={{ ...values, answer }} size="small">{t(`told.${answer}`)}</ActionButton>)}</div>}
      {p.state === 'both' && <ActionButton action={beginMatchNow} values={values} variant="primary" size="small">{t('told.begin')}</ActionButton>}
    </div>
  )
}
