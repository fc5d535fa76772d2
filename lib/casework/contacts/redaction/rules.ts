import { addDays, dayOf, type Day } from '@/lib/platform/day'

/** Why an entry is taken back. Codes, because words about it would stand where the entry must not. */
export const redactionReasons = ['wrong-person', 'about-another', 'twice', 'mistake'] as const
export type RedactionReason = (typeof redactionReasons)[number]

/** Days the words of an entry that was taken back are kept out of sight, so that a mistake can be undone. */
export const REDACTED_DAYS = 30
/** Days a draft nobody came back to is kept. */
export const DRAFT_DAYS = 90

/** Whoever took it back, or may take back what others wrote, for as long as the words are kept. */
export function mayRestore({ at, byMe, mayOthers }: { at: Date; byMe: boolean; mayOthers: boolean }, today: Day): boolean {
  return (byMe || mayOthers) && addDays(dayOf(at), REDACTED_DAYS) >= today
}
