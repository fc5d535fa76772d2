import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { momentAt } from '@/lib/platform/day'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { readTime } from '@/lib/platform/time-input'
import { languages } from '../volunteers/rules'
import { some, words } from '../volunteers/schema'
import { companionRoles, kin, MEETING_MINUTES, tellable, TRAVEL_MINUTES, TRAVEL_MOST } from './rules'

const said = (most: number, missing: string) => z.string().trim().max(most, 'volunteering.error.long').refine(withoutCpr, 'volunteering.error.cpr').default('').refine((typed) => typed.length > 1, missing)
const clock = z.string().trim().default('')
const LONGEST = 12 * 60 * 60_000

/** A meeting somebody brings a companion to. `whose`: how one of their own is related; empty where somebody is looked for. */
export const companionInput = z
  .object({
    personId: z.uuid(), what: said(200, 'companions.error.what'), place: said(200, 'companions.error.place'), postcode: z.string().trim().default('').refine((typed) => /^\d{4}$/.test(typed), 'volunteering.error.postcode'), ...dayParts('day'), starts: clock, ends: clock,
    travel: z.string().trim().default('').transform((typed) => (typed === '' ? TRAVEL_MINUTES : Number(typed))).refine((minutes) => Number.isInteger(minutes) && minutes >= 0 && minutes <= TRAVEL_MOST, 'companions.error.travel'),
    meetingPoint: words(200), personLanguage: z.enum(languages, 'companions.error.language').default('da'), meetingLanguage: z.enum(languages, 'companions.error.language').default('da'),
    companionRole: z.enum(companionRoles, 'companions.error.role'), attorneyId: z.union([z.uuid(), z.literal('')]).default('').transform((id) => id || null), mayKnow: some(tellable), whose: z.union([z.enum(kin), z.literal('')], 'companions.error.kin').default('').transform((code) => code || null), kinName: words(120),
  })
  .transform((input, context) => {
    const fail = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const day = readDay(input, 'day', context, { required: 'companions.error.day' })
    const [starts, ends] = [readTime(input.starts), input.ends === '' ? null : readTime(input.ends)]
    if (!starts) fail('starts', 'companions.error.starts')
    if (input.ends !== '' && !ends) fail('ends', 'companions.error.ends')
    if (input.companionRole === 'representative' && !input.attorneyId) fail('companionRole', 'companions.error.attorney')
    if (!day || !starts) return z.NEVER
    const startsAt = momentAt(day, starts.hour, starts.minute)
    const endsAt = ends ? momentAt(day, ends.hour, ends.minute) : new Date(startsAt.getTime() + MEETING_MINUTES * 60_000)
    if (endsAt <= startsAt || endsAt.getTime() - startsAt.getTime() > LONGEST) fail('ends', 'companions.error.ends')
    const { personId, what, place, postcode, travel: travelMinutes, meetingPoint, personLanguage, meetingLanguage, companionRole: agreedRole, attorneyId, mayKnow, whose, kinName } = input
    // Who comes by themselves is told nothing by anybody.
    return { personId, day, meeting: { what, place, postcode, meetingPoint, startsAt, endsAt, travelMinutes, personLanguage, meetingLanguage, agreedRole, mayKnow: whose ? [] : mayKnow, kin: whose, kinName: whose ? kinName : null, powerOfAttorneyId: agreedRole === 'representative' ? attorneyId : null } }
  })
export type CompanionInput = z.output<typeof companionInput>
export const companionRef = z.object({ personId: z.uuid(), companionId: z.uuid() })
