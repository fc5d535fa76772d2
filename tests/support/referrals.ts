import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, type Day, dayToDb } from '@/lib/platform/day'
import { owner } from './db'

/** A referral to somebody without access, as it stands after `step`; sent and unanswered without one. */
export async function referredTo(personId: string, by: Actor, step?: 'accepted' | 'refused' | 'revoked' | 'done', answerBy: Day = addDays(today(), 5)) {
  const day = today()
  const consent = await owner().consent.create({ data: { personId, purpose: 'referral', recipientName: 'Borgernes Hus', fields: ['contact'], how: 'written', wording: 'Vi må fortælle dem det', givenOn: dayToDb(addDays(day, -2)), expiresOn: dayToDb(addDays(day, 60)), recordedBy: by.userId } })
  const { id } = await owner().referral.create({ data: { personId, consentId: consent.id, toKind: 'association', why: 'Vil gerne i gang', answerBy: dayToDb(answerBy), sentBy: by.userId } })
  if (step) await owner().referralStep.create({ data: { referralId: id, personId, number: 1, step, said: 'told', words: 'Det har vi talt om', recordedBy: by.userId } })
  return id
}
