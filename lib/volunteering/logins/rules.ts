import type { StepKind } from '../path/rules'

/** What whoever leads volunteers sees of a login. `invitedUntil`: a link is on its way and works that long. */
export type Login = { email: string; openedAt: Date; lastSignInAt: Date | null; invitedUntil: Date | null }
/** That a login by the address on the record waits for somebody else than whoever wrote it (ADR 0052). */
export type LoginWaits = { askedAt: Date; by: string | null }

/** Where a login that waits is given: by those who lead volunteers, and by those who give rights. */
export const whereToGive = { leads: '/volunteers?tab=active&only=login', gives: '/rights' } as const

/** Why there can be no login yet; null when one can be opened. The database asks the same (access.open_volunteer_login). */
export function loginRefusal(volunteer: { step: StepKind; email: string | null }): 'standing' | 'email' | null {
  if (volunteer.step !== 'active' && volunteer.step !== 'paused') return 'standing'
  return volunteer.email === null ? 'email' : null
}
