import 'server-only'
import { record } from '@/lib/audit/record'
import type { Tx } from '@/lib/platform/db'
import type { Day } from '@/lib/platform/day'
import { placeMembers } from '../../runs/placing/writes'
import type { Claim } from '../tools'

/** Holds the run as it is until the transaction ends: a stop waits for it, and what comes after the stop sees it. False when it is not being sent. */
export async function stillSending(tx: Tx, runId: string): Promise<boolean> {
  const [run] = await tx.$queryRaw<{ state: string }[]>`SELECT state::text FROM run WHERE id = ${runId}::uuid FOR SHARE`
  return run?.state === 'SENDING'
}

/**
 * The last look before letters leave: is the run still being sent, and does each of these people still get one (alive, not protected, has
 * not asked us to stop)? Those who do are marked as being handed over; the others are taken off with the reason. Returns the ids that may leave.
 */
export async function beginHandOver(tx: Tx, runId: string, claims: readonly Claim[], leaseSeconds: number, today: Day): Promise<string[]> {
  if (claims.length === 0) return []
  const ids = claims.map((claim) => claim.letterId)
  const fences = claims.map((claim) => claim.fence)
  if (!(await stillSending(tx, runId))) {
    await tx.$executeRaw`UPDATE letter SET lease_until = NULL FROM unnest(${ids}::uuid[], ${fences}::int[]) AS v (id, fence) WHERE letter.id = v.id AND letter.fence = v.fence`
    return []
  }
  await placeMembers(tx, runId, claims.map((claim) => claim.personId), today)
  const rows = await tx.$queryRaw<{ id: string; state: string }[]>`
    UPDATE letter SET state = CASE WHEN m.run_group = 'TO_SEND' THEN 'SENDING'::letter_state ELSE 'CANCELLED'::letter_state END,
      error_code = CASE WHEN m.run_group = 'TO_SEND' THEN NULL ELSE m.reason END,
      lease_until = CASE WHEN m.run_group = 'TO_SEND' THEN now() + make_interval(secs => ${leaseSeconds}::int) END
    FROM unnest(${ids}::uuid[], ${fences}::int[]) AS v (id, fence), run_member m
    WHERE letter.id = v.id AND letter.fence = v.fence AND letter.state = 'RENDERED' AND m.run_id = letter.run_id AND m.person_id = letter.person_id
    RETURNING letter.id, letter.state::text`
  return rows.filter((row) => row.state === 'SENDING').map((row) => row.id)
}

export type Sent = Claim & { receipt: string }

/**
 * They have left. The number must still be this worker's: one that slept past its lease changes nothing. The code in clear is forgotten here.
 * Returns how many were written.
 */
export async function finishHandOver(tx: Tx, runId: string, sent: readonly Sent[], today: Day): Promise<number> {
  if (sent.length === 0) return 0
  const rows = await tx.$queryRaw<{ id: string; person_id: string }[]>`
    UPDATE letter SET state = 'SENT', sent_at = now(), sent_on = ${today}::date, receipt = v.receipt, lease_until = NULL, error_code = NULL
    FROM unnest(${sent.map((s) => s.letterId)}::uuid[], ${sent.map((s) => s.fence)}::int[], ${sent.map((s) => s.receipt)}::text[]) AS v (id, fence, receipt)
    WHERE letter.id = v.id AND letter.fence = v.fence AND letter.state = 'SENDING' RETURNING letter.id, letter.person_id`
  await tx.$executeRaw`UPDATE reply_code SET cipher = NULL WHERE letter_id = ANY (${rows.map((row) => row.id)}::uuid[])`
  await record(tx, { kind: 'DISCLOSURE', action: 'letter.sent', people: rows.map((row) => row.person_id), details: { runId, letters: rows.length } })
  return rows.length
}

/** Nobody knows whether they left: only a person who asks the other end may say. */
export async function markUncertain(tx: Tx, claims: readonly Claim[], code: string): Promise<void> {
  if (claims.length === 0) return
  await tx.$executeRaw`
    UPDATE letter SET state = 'UNCERTAIN', error_code = ${code}, lease_until = NULL
    FROM unnest(${claims.map((c) => c.letterId)}::uuid[], ${claims.map((c) => c.fence)}::int[]) AS v (id, fence)
    WHERE letter.id = v.id AND letter.fence = v.fence AND letter.state = 'SENDING'`
}

/** The same for letters whose worker died while handing over, on a channel that would take the same letter twice. */
export async function doubtAbandoned(tx: Tx, runId: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE letter SET state = 'UNCERTAIN', error_code = 'worker-lost', fence = fence + 1, lease_until = NULL
    WHERE run_id = ${runId}::uuid AND channel = 'DIGITAL_POST' AND state = 'SENDING' AND lease_until < now()`
}

/** On a channel that knows its keys they are taken over instead, to be handed over again as they are filed. */
export async function claimAbandoned(tx: Tx, runId: string, limit: number, leaseSeconds: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE letter SET fence = fence + 1, attempts = attempts + 1, lease_until = now() + make_interval(secs => ${leaseSeconds}::int)
    WHERE id IN (SELECT id FROM letter WHERE run_id = ${runId}::uuid AND channel = 'DIGITAL_POST' AND state = 'SENDING' AND lease_until < now()
      ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED) RETURNING id`
  return rows.map((row) => row.id)
}
