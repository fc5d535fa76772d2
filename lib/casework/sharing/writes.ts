import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { addConsent } from '@/lib/consent/register/writes'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { caseConsent } from './rules'
import type { transferInput } from './schema'

type Asked = z.output<typeof transferInput>
type Known = { id: string; unitId: string; own: boolean; shared: boolean }

/**
 * Offers the case, with the consent that was given for it just now. Returns the ids of both. Throws Refused for a case that is not there or not
 * the writer's to hand over, a receiver that is not there, another unit without consent, and while another offer waits.
 */
export async function addTransfer(tx: Tx, actor: Actor, { personId, caseId, to, message, how, evidence }: Asked, today: Day): Promise<{ transfer: string; consent: string | null; toUnit: string }> {
  const [found] = await tx.$queryRaw<{ unitId: string; mine: boolean }[]>`SELECT f.unit_id::text AS "unitId", access.has_case(f.id) AS mine FROM case_file f WHERE f.id = ${caseId}::uuid AND f.person_id = ${personId}::uuid`
  if (!found) throw new Refused('casework.error.gone')
  await refuseBehindGlass(tx, personId)
  if (!found.mine) throw new Refused('casework.sharing.error.notYours')
  const known = await tx.$queryRaw<Known[]>`SELECT id::text, unit_id::text AS "unitId", own, shared_until IS NOT NULL AS shared FROM access.case_colleagues(${caseId}::uuid)`
  const receiver = known.find((one) => (to.kind === 'user' ? one.id === to.id && one.id !== actor.userId : one.unitId === to.id))
  if (!receiver) throw new Refused('casework.sharing.error.to', {}, 'to')
  const consent = receiver.own || receiver.shared ? null : how === 'have' ? missing() : await addConsent(tx, actor, {
    personId, ...caseConsent(today), how, evidence: evidence || null, recipient: { unitId: receiver.unitId }, givenOn: today,
  })
  const id = crypto.randomUUID()
  const count = await tx.$executeRaw`INSERT INTO case_transfer (id, case_id, person_id, from_unit_id, to_unit_id, to_user_id, message, asked_by)
    VALUES (${id}::uuid, ${caseId}::uuid, ${personId}::uuid, ${found.unitId}::uuid, ${receiver.unitId}::uuid, ${to.kind === 'user' ? to.id : null}::uuid, ${message}, ${actor.userId}::uuid) ON CONFLICT DO NOTHING`
  if (count !== 1) throw new Refused('casework.sharing.error.waits')
  return { transfer: id, consent, toUnit: receiver.unitId }
}

function missing(): never {
  throw new Refused('casework.sharing.error.consent', {}, 'how')
}

/** The person it was about. Throws Refused when it has been answered, or is not the writer's to answer. */
export async function answer(tx: Tx, transferId: string, verdict: 'accepted' | 'refused' | 'revoked', words: string | null): Promise<string> {
  const [row] = await tx.$queryRaw<{ person: string | null }[]>`SELECT access.answer_transfer(${transferId}::uuid, ${verdict}, ${words}) AS person`
  if (!row?.person) throw new Refused('casework.sharing.error.answered')
  return row.person
}
