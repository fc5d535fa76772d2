import { usualEnd } from '@/lib/consent/register/rules'
import type { Day } from '@/lib/platform/day'

/** What a person says yes to when their case goes to another unit: all of it, for a year. The form reads it out, and it is what is stored. */
export const caseConsent = (today: Day) => ({ purpose: 'coordination' as const, fields: ['case' as const], heardIn: 'da' as const, expiresOn: usualEnd(today) })
