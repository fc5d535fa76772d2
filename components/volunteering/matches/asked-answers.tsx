import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { answerForVolunteer } from '@/lib/volunteering/matching/asking/actions'
import { beginMatchNow } from '@/lib/volunteering/matches/actions'
import { formatPhone } from '@/lib/people/phones/rules'
import type { AskedPair } from '@/lib/volunteering/matches/sql'

/** How far a question has come: what each has said, what the volunteer told the lead, and the beginning where something was in its way. */
export function AskedAnswers({ pair: p }: { pair: AskedPair }) {
  const t = useTranslations('matches')
  const values = { volunteerRequestId: p.requestId, volunteerId: p.volunteer.id }
  return (
    <div className="card space-y-3 p-(--card-pad)">
      <p>{t('personSays')}: <strong><Said of="person" pair={p} /></strong> · {t('volunteerSays')}: <strong><Said of="volunteer" pair={p} /></strong></p>
      {p.volunteerYes === null && <div className="flex flex-wrap items-center gap-2"><span>{t('told.volunteer')}</span>{(['yes', 'no'] as const).map((answer) => <ActionButton key={answer} action={answerForVolunteer} values={{ ...values, answer }} size="small">{t(`told.${answer}`)}</ActionButton>)}</div>}
      {p.state === 'both' && <ActionButton action={beginMatchNow} values={values} variant="primary" size="small">{t('told.begin')}</ActionButton>}
    </div>
  )
}

/** What one side has said, or how they were asked. Who has no e-mail address is asked by telephone, and it says by whom. */
export function Said({ of, pair: p }: { of: 'person' | 'volunteer'; pair: AskedPair }) {
  const t = useTranslations('matches.said')
  const [yes, mailed] = of === 'person' ? [p.personYes, p.personMailed] : [p.volunteerYes, p.volunteerMailed]
  if (yes !== null) return t(yes ? 'yes' : 'no')
  if (mailed || p.fresh) return t(mailed ? 'mailed' : 'soon')
  return of === 'person' ? t('ringPerson') : p.volunteer.phone ? <>{t('ring')} <a href={`tel:${p.volunteer.phone}`}>{formatPhone(p.volunteer.phone)}</a></> : t('ringNobody')
}
