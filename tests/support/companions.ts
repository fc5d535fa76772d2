import { requestCompanion } from '@/lib/volunteering/companions/actions'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, type Day, dayToDb } from '@/lib/platform/day'
import { as, submit } from './as'
import { owner } from './db'
import { dayFields } from './volunteers'

/** A meeting as the form sends it, in a week unless said otherwise. */
export const meetingForm = (personId: string, more: Record<string, string | string[]> = {}, day: Day = addDays(today(), 7)) => ({
  personId, what: 'Opfølgning i jobcentret', place: 'Rådhusgården 3', postcode: '8900', ...dayFields('day', day), starts: '10:00', ends: '11:00', travel: '30', personLanguage: 'ar', meetingLanguage: 'da', companionRole: 'listener', meetingPoint: 'Ved indgangen', whose: '', kinName: '', ...more,
})
export const wantsCompanion = (by: Actor, personId: string, more: Record<string, string | string[]> = {}, day?: Day) => as(by, () => submit(requestCompanion, meetingForm(personId, more, day)))

/** A live consent to those who lead volunteers. */
export const agreesTo = (personId: string, by: Actor, unitId: string, fields: string[] = ['needs', 'contact']) => owner().consent.create({ data: { personId, purpose: 'referral', fields, recipientUnitId: unitId, how: 'written', wording: 'Vi må fortælle det', givenOn: dayToDb(today()), expiresOn: dayToDb(addDays(today(), 30)), recordedBy: by.userId } })
