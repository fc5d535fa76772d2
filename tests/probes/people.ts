import type { RoleName } from '@/lib/access/matrix'

const id = (n: number) => `019a0000-0000-7000-8000-0000000b${String(n).padStart(4, '0')}`

export type Protection = 'P0' | 'P1' | 'P2' | 'P3'
/** The people everything is tried on, and who may reach them: written here by hand, asked of no code and no policy of the product. */
export type Target = {
  key: string
  id: string
  kind: 'VETERAN' | 'RELATIVE' | 'REFUGEE' | 'JOBCENTRE_CLIENT'
  protection: Protection
  /** Role ended, merged away, or taken out of the register again. */
  past?: 'role-ended' | 'merged' | 'deleted'
  /** Who of the subjects reaches them; everybody else must not learn that they exist. */
  reachedBy: readonly string[]
}

const carers = ['coordinator', 'colleague', 'uncleared'] as const
const notTheirOwn = ['colleague', 'uncleared'] as const
export const targets: readonly Target[] = [
  { key: 'ordinary', id: id(1), kind: 'VETERAN', protection: 'P0', reachedBy: carers },
  { key: 'second', id: id(2), kind: 'VETERAN', protection: 'P0', reachedBy: carers },
  { key: 'protected', id: id(3), kind: 'VETERAN', protection: 'P1', reachedBy: carers },
  { key: 'secret', id: id(4), kind: 'VETERAN', protection: 'P2', reachedBy: carers },
  { key: 'shielded', id: id(5), kind: 'VETERAN', protection: 'P3', reachedBy: ['colleague'] },
  { key: 'own', id: id(6), kind: 'VETERAN', protection: 'P0', reachedBy: notTheirOwn },
  { key: 'spouse', id: id(7), kind: 'RELATIVE', protection: 'P0', reachedBy: notTheirOwn },
  { key: 'child', id: id(19), kind: 'RELATIVE', protection: 'P0', reachedBy: notTheirOwn },
  { key: 'declared', id: id(8), kind: 'VETERAN', protection: 'P0', reachedBy: notTheirOwn },
  { key: 'stated', id: id(28), kind: 'VETERAN', protection: 'P0', reachedBy: notTheirOwn },
  { key: 'stated by name', id: id(29), kind: 'VETERAN', protection: 'P0', reachedBy: notTheirOwn },
  { key: 'refugee', id: id(9), kind: 'REFUGEE', protection: 'P0', reachedBy: [] },
  { key: 'client', id: id(10), kind: 'JOBCENTRE_CLIENT', protection: 'P0', reachedBy: [] },
  { key: 'left', id: id(11), kind: 'VETERAN', protection: 'P0', past: 'role-ended', reachedBy: [] },
  { key: 'assigned', id: id(12), kind: 'REFUGEE', protection: 'P0', reachedBy: ['caseworker'] },
  { key: 'assignment-ended', id: id(13), kind: 'REFUGEE', protection: 'P0', reachedBy: [] },
  { key: 'assignment-to-come', id: id(14), kind: 'REFUGEE', protection: 'P0', reachedBy: [] },
  { key: 'merged', id: id(15), kind: 'VETERAN', protection: 'P0', past: 'merged', reachedBy: carers },
  { key: 'merged-refugee', id: id(16), kind: 'REFUGEE', protection: 'P0', past: 'merged', reachedBy: [] },
  { key: 'deleted', id: id(17), kind: 'VETERAN', protection: 'P0', past: 'deleted', reachedBy: [] },
  // Of another programme; whoever stands in the unit they agreed to reads the card of the consent, and nobody their record.
  { key: 'consented', id: id(20), kind: 'REFUGEE', protection: 'P0', reachedBy: [] },
  { key: 'withdrawn', id: id(21), kind: 'REFUGEE', protection: 'P0', reachedBy: [] },
  { key: 'officer-kin', id: id(18), kind: 'VETERAN', protection: 'P0', reachedBy: carers },
  // A colleague is responsible, and everybody who reaches them has said today why they open them.
  { key: 'explained', id: id(24), kind: 'VETERAN', protection: 'P0', reachedBy: carers },
  // Of nobody's programme, opened by breaking the glass: the first is still open, the second is over, and the third has a protected address.
  { key: 'emergency', id: id(25), kind: 'REFUGEE', protection: 'P0', reachedBy: ['caseworker', 'uncleared'] },
  { key: 'emergency-over', id: id(26), kind: 'REFUGEE', protection: 'P0', reachedBy: [] },
  { key: 'emergency-secret', id: id(27), kind: 'REFUGEE', protection: 'P2', reachedBy: ['coordinator'] },
]

export const target = (key: string): Target => {
  const found = targets.find((one) => one.key === key)
  if (!found) throw new Error(`No target ${key}`)
  return found
}

/** Who asks. `email`: of the demo, or of a user made for the probes. */
export type Subject = { key: string; email: string | null; roles: readonly RoleName[] }
export const subjects: readonly Subject[] = [
  { key: 'coordinator', email: 'koordinator@demo.invalid', roles: ['VETERAN_COORDINATOR'] },
  { key: 'colleague', email: 'kollega@demo.invalid', roles: ['VETERAN_COORDINATOR'] },
  { key: 'uncleared', email: 'uncleared@probe.invalid', roles: ['VETERAN_COORDINATOR'] },
  { key: 'caseworker', email: 'sagsbehandler@demo.invalid', roles: ['CASEWORKER'] },
  { key: 'manager', email: 'leder@demo.invalid', roles: ['MANAGER'] },
  { key: 'volunteer lead', email: 'frivilligleder@demo.invalid', roles: ['VOLUNTEER_LEAD'] },
  { key: 'volunteer', email: 'frivillig@demo.invalid', roles: ['VOLUNTEER'] },
  { key: 'association', email: 'forening@demo.invalid', roles: ['ASSOCIATION_REPRESENTATIVE'] },
  { key: 'administrator', email: 'administrator@demo.invalid', roles: ['ADMINISTRATOR'] },
  { key: 'officer', email: 'dpo@demo.invalid', roles: ['DATA_PROTECTION_OFFICER'] },
  { key: 'former', email: 'former@probe.invalid', roles: [] },
  { key: 'nobody', email: null, roles: [] },
]
