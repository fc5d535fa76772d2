import 'server-only'
import { randomUUID } from 'node:crypto'
import { planPrintFiles, type PrintItem } from '@/lib/messaging/letters/print-file'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { placeMembers } from '../../runs/placing/writes'
import { stillSending } from '../handover/jobs'
import { type LoadedLetter, loadLetters } from '../load/jobs'

export type Part = { id: string; part: number; parts: number; key: string; fence: number; state: 'PLANNED' | 'SENDING' }

/** Lays the paper letters that are in no part yet into parts, in posting order. Done by one worker at a time. Returns how many parts were made. */
export async function layParts(tx: Tx, runId: string, partSize: number): Promise<number> {
  const [run] = await tx.$queryRaw<{ last: number }[]>`SELECT (SELECT coalesce(max(part), 0) FROM print_part WHERE run_id = run.id)::int AS last FROM run WHERE id = ${runId}::uuid FOR UPDATE`
  const items = await tx.$queryRaw<PrintItem[]>`
    SELECT l.id AS "letterId", coalesce(a.postcode, '') AS postcode, coalesce(a.street, '') AS street, coalesce(a.number, '') AS "houseNumber", false AS "carriesProtectedAddress"
    FROM letter l LEFT JOIN LATERAL (SELECT postcode, street, number FROM address WHERE person_id = l.person_id AND (to_day IS NULL OR to_day >= current_date)
      ORDER BY from_day DESC NULLS LAST, id DESC LIMIT 1) a ON true
    WHERE l.run_id = ${runId}::uuid AND l.channel = 'PAPER' AND l.state = 'PLANNED' AND l.part_id IS NULL`
  const { parts } = planPrintFiles(items, partSize)
  for (const [index, letters] of parts.entries()) {
    const id = randomUUID()
    await tx.printPart.createMany({ data: [{ id, runId, part: (run?.last ?? 0) + index + 1, idempotencyKey: randomUUID(), letters: letters.length }] })
    await tx.$executeRaw`
      UPDATE letter SET part_id = ${id}::uuid, sequence = v.place FROM unnest(${letters.map((l) => l.letterId)}::uuid[]) WITH ORDINALITY AS v (id, place) WHERE letter.id = v.id`
  }
  return parts.length
}

/** Takes the next part that is waiting or was abandoned. */
export async function claimPart(tx: Tx, runId: string, leaseSeconds: number): Promise<Part | null> {
  const [part] = await tx.$queryRaw<Part[]>`
    UPDATE print_part SET fence = fence + 1, attempts = attempts + 1, lease_until = now() + make_interval(secs => ${leaseSeconds}::int)
    WHERE id = (SELECT id FROM print_part WHERE run_id = ${runId}::uuid AND state IN ('PLANNED', 'SENDING') AND (lease_until IS NULL OR lease_until < now())
      ORDER BY part LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, part, (SELECT max(part) FROM print_part p WHERE p.run_id = print_part.run_id)::int AS parts, idempotency_key AS key, fence, state::text`
  return part ?? null
}

/** The letters of a part as they may leave now; those whose person no longer gets one are taken off. Null when the run has been stopped. */
export async function lettersOfPart(tx: Tx, runId: string, partId: string, today: Day): Promise<LoadedLetter[] | null> {
  if (!(await stillSending(tx, runId))) return null
  const rows = await tx.$queryRaw<{ id: string; person_id: string }[]>`SELECT id, person_id FROM letter WHERE part_id = ${partId}::uuid AND state IN ('PLANNED', 'RENDERED')`
  await placeMembers(tx, runId, rows.map((row) => row.person_id), today)
  await tx.$executeRaw`
    UPDATE letter SET state = 'CANCELLED', error_code = m.reason, part_id = NULL, sequence = NULL, lease_until = NULL FROM run_member m
    WHERE letter.part_id = ${partId}::uuid AND letter.state IN ('PLANNED', 'RENDERED') AND m.run_id = letter.run_id AND m.person_id = letter.person_id AND m.run_group <> 'TO_SEND'`
  const kept = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM letter WHERE part_id = ${partId}::uuid AND state IN ('PLANNED', 'RENDERED') ORDER BY sequence`
  const loaded = new Map((await loadLetters(tx, kept.map((row) => row.id))).map((letter) => [letter.letterId, letter]))
  return kept.flatMap(({ id }) => loaded.get(id) ?? [])
}

/** Whether every letter of a part made a moment ago may still leave, asked in the transaction that lets it. */
export async function allStillOwed(tx: Tx, runId: string, letters: readonly LoadedLetter[], today: Day): Promise<boolean> {
  const people = letters.map((letter) => letter.personId)
  await placeMembers(tx, runId, people, today)
  const [row] = await tx.$queryRaw<{ owed: number }[]>`SELECT count(*)::int AS owed FROM run_member WHERE run_id = ${runId}::uuid AND person_id = ANY (${people}::uuid[]) AND run_group = 'TO_SEND'`
  return row?.owed === people.length
}

export async function setPart(tx: Tx, part: Part, state: string, change: { letters?: number; receipt?: string; errorCode?: string } = {}): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE print_part SET state = ${state}::letter_state, letters = coalesce(${change.letters ?? null}::int, letters), receipt = ${change.receipt ?? null}, error_code = ${change.errorCode ?? null},
      sent_at = CASE WHEN ${state} = 'SENT' THEN now() END, lease_until = CASE WHEN ${state} = 'SENDING' THEN lease_until END
    WHERE id = ${part.id}::uuid AND fence = ${part.fence}`
  return changed === 1
}

export async function releasePart(tx: Tx, part: Part): Promise<void> {
  await tx.$executeRaw`UPDATE print_part SET lease_until = NULL WHERE id = ${part.id}::uuid AND fence = ${part.fence}`
}
