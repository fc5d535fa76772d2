import { type Day, diffDays } from '@/lib/platform/day'

/** Reached: somebody spoke with the person. Tried: nobody was met. Work: something was done for them. Three kinds from the start (docs/adr/0027). */
export const outcomes = ['reached', 'tried', 'work'] as const
export type ContactOutcome = (typeof outcomes)[number]
/** What a kind of contact counts as; work counts as none. The clock, the attempts and the figures are read from it, and what it is called is the municipality's (docs/adr/0063). */
export const channels = ['phone', 'meeting', 'home', 'walk', 'video', 'sms', 'email', 'letter'] as const
/** Nobody talks with more people at once than stand on one list. */
export const TOGETHER_MOST = 10
export type ContactChannel = (typeof channels)[number] | 'none'
/** What the municipality calls a way of being in contact. */
export type NamedKind = { code: string; nameDa: string; nameEn: string }
/** Who did not come did not come to a talk: of this kind, which is always in use. */
export const NO_SHOW_KIND = 'meeting'

/** What a draft brings back. One from before there were kinds names the channel, and the kind of it is called the same. */
export const draftFields = ({ channel, ...fields }: Record<string, string | string[]>): Record<string, string | string[]> => ({ ...(channel !== undefined && { kind: channel }), ...fields })

/** What can be put under an entry: an addition, a colleague's remark, and taking it back. */
export const entryForms = ['add', 'remark', 'redact'] as const
export type EntryForm = (typeof entryForms)[number]
/** Of those, what the reader may send: nobody remarks on their own. */
export const formsUnder = ({ mine, mayRedact }: { mine: boolean; mayRedact: boolean }): EntryForm[] => entryForms.filter((form) => (form === 'remark' ? !mine : form === 'redact' ? mayRedact : true))

/** What the clock and the next step are read from. `on`: the Danish day it happened. */
export type Entry = { outcome: ContactOutcome; on: Day; nextOn: Day | null; nextStep: string | null }
/** With how it was tried: what attempts are counted from. */
export type Logged = Entry & { channel: ContactChannel }
export type Clock = {
  /** The last day somebody was reached; null when nobody ever was. */
  last: Day | null
  /** Calendar days since. Not 0 when there is none: null. */
  days: number | null
  /** Attempts since then that met nobody. */
  tried: number
}

/** Only being reached sets the clock back. `entries`: newest first. */
export function clockOf(entries: readonly Entry[], today: Day): Clock {
  const at = entries.findIndex(({ outcome }) => outcome === 'reached')
  const last = at === -1 ? null : (entries[at]?.on ?? null)
  return { last, days: last && diffDays(last, today), tried: (at === -1 ? entries : entries.slice(0, at)).filter(({ outcome }) => outcome === 'tried').length }
}

export type NextStep = { on: Day; text: string | null }

/**
 * What was agreed to come next: the newest entry that says so. Whoever was reached since then without a new agreement has none: the old one
 * was met or fell away. An attempt and work leave it standing. `entries`: newest first.
 */
export function nextOf(entries: readonly Entry[]): NextStep | null {
  for (const { outcome, nextOn, nextStep } of entries) {
    if (nextOn) return { on: nextOn, text: nextStep }
    if (outcome === 'reached') return null
  }
  return null
}
