import type { Protection, Subject, Target } from '../people'

/** Those who sign in from outside the house, and whoever does not sign in at all. Made for the probes, beside the demo's own. */
export const askers: readonly Subject[] = [
  { key: 'volunteer', email: 'helper@probe.invalid', roles: ['VOLUNTEER'] },
  // The login has ended; the role stands still, as where somebody forgot it.
  { key: 'former volunteer', email: 'helped@probe.invalid', roles: ['VOLUNTEER'] },
  { key: 'representative', email: 'speaks@probe.invalid', roles: ['ASSOCIATION_REPRESENTATIVE'] },
  { key: 'former representative', email: 'spoke@probe.invalid', roles: ['ASSOCIATION_REPRESENTATIVE'] },
  { key: 'nobody', email: null, roles: [] },
]
export const asker = (key: string): Subject => {
  const found = askers.find((one) => one.key === key)
  if (!found) throw new Error(`Nobody outside is called ${key}`)
  return found
}

type Consent = { fields: string[]; expiresOn?: string; withdrawn?: true }
/** How a citizen stands to the volunteer who signs in. */
export type Relation = {
  key: string
  /** Asked for: by link to both, and answered by both. */
  asked?: 'open' | 'answered' | 'unwritten'
  match?: 'runs' | 'ended'
  /** To the volunteer themselves. */
  consent?: Consent
  /** Of a companion to one meeting. */
  meeting?: 'coming' | 'over'
  protection?: Protection
  died?: true
  /** Of another volunteer: everything stands as for the first, and nothing is theirs. */
  others?: true
}

const all = ['contact', 'needs']
/** Everything that holds, and everything that holds no longer. Each begins with whoever reads it having been told, so that what is left to be seen is what somebody forgot. */
export const relations: readonly Relation[] = [
  { key: 'met', match: 'runs', consent: { fields: all } },
  { key: 'met by first name', match: 'runs', consent: { fields: [] } },
  { key: 'goes along', match: 'runs', meeting: 'coming', consent: { fields: all } },
  { key: 'asked', asked: 'open' },
  { key: 'asked to go along', asked: 'open', meeting: 'coming' },
  { key: 'both said yes', asked: 'answered' },
  { key: 'to be asked', asked: 'unwritten' },
  { key: 'ended', match: 'ended', consent: { fields: all } },
  { key: 'withdrawn', match: 'runs', consent: { fields: all, withdrawn: true } },
  { key: 'run out', match: 'runs', consent: { fields: all, expiresOn: '2026-02-01' } },
  { key: 'never agreed', match: 'runs' },
  { key: 'protected name', match: 'runs', consent: { fields: all }, protection: 'P1' },
  { key: 'protected address', match: 'runs', consent: { fields: all }, protection: 'P2' },
  { key: 'shielded', match: 'runs', consent: { fields: all }, protection: 'P3' },
  { key: 'died', match: 'runs', consent: { fields: all }, died: true },
  { key: 'went along', match: 'runs', meeting: 'over', consent: { fields: all } },
  { key: 'met by another', match: 'runs', consent: { fields: all }, others: true },
]

/** As people of the register: with a row, and a marker, in every table that has people. Behind the others, for what must differ. */
export const FIRST_AT = 40
export const citizen = ({ key, protection = 'P0' }: Relation, at: number): Target => ({ key: `outside: ${key}`, id: `019a0000-0000-7000-8000-0000000d${String(at).padStart(4, '0')}`, kind: 'VETERAN', protection, reachedBy: [] })
