import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'
import { sha256Hex } from '@/lib/platform/crypto/tokens'
import type { Claim } from '../tools'

/** Takes the next letters of a channel for this worker alone: a lease that runs out, and a number that outdates every earlier claim. */
export async function claimLetters(tx: Tx, runId: string, channel: 'DIGITAL_POST' | 'BY_HAND', limit: number, leaseSeconds: number): Promise<string[]> {
  // A digital letter that was made and not handed over is made again with the facts of now; one to be carried is made and waits.
  const states = channel === 'BY_HAND' ? ['PLANNED'] : ['PLANNED', 'RENDERED']
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE letter SET fence = fence + 1, attempts = attempts + 1, lease_until = now() + make_interval(secs => ${leaseSeconds}::int)
    WHERE id IN (SELECT id FROM letter WHERE run_id = ${runId}::uuid AND channel = ${channel}::letter_channel AND state::text = ANY (${states}::text[])
      AND (lease_until IS NULL OR lease_until < now()) ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED) RETURNING id`
  return rows.map((row) => row.id)
}

export type Finished = Claim & { fileId: string | null; pdf: Uint8Array }

/** Files the documents on their people, with their fingerprint. Letters another worker has taken over meanwhile are left to it. Returns those filed. */
export async function storeLetters(tx: Tx, letters: readonly Finished[]): Promise<string[]> {
  if (letters.length === 0) return []
  const files = letters.map((letter) => ({ ...letter, file: randomUUID(), sha256: sha256Hex(letter.pdf) }))
  const kept = await tx.$queryRaw<{ id: string }[]>`
    UPDATE letter SET state = 'RENDERED', file_id = v.file, sha256 = v.sha, rendered_at = now()
    FROM unnest(${files.map((f) => f.letterId)}::uuid[], ${files.map((f) => f.fence)}::int[], ${files.map((f) => f.file)}::uuid[], ${files.map((f) => f.sha256)}::text[]) AS v (id, fence, file, sha)
    WHERE letter.id = v.id AND letter.fence = v.fence AND letter.state IN ('PLANNED', 'RENDERED') RETURNING letter.id`
  const mine = new Set(kept.map((row) => row.id))
  const own = files.filter((file) => mine.has(file.letterId))
  await tx.storedFile.deleteMany({ where: { id: { in: own.flatMap((file) => file.fileId ?? []) }, kind: 'letter' } })
  await tx.storedFile.createMany({
    data: own.map(({ file, personId, letterId, sha256, pdf }) => ({ id: file, personId, kind: 'letter', mime: 'application/pdf', name: `${letterId}.pdf`, sha256, bytes: new Uint8Array(pdf) })),
  })
  return [...mine]
}

/** Letters that cannot be made as things are: somebody has to look at them, and until then the run does not add up. */
export async function failLetters(tx: Tx, failures: readonly (Claim & { code: string })[]): Promise<void> {
  if (failures.length === 0) return
  await tx.$executeRaw`
    UPDATE letter SET state = 'FAILED', error_code = v.code, lease_until = NULL
    FROM unnest(${failures.map((f) => f.letterId)}::uuid[], ${failures.map((f) => f.fence)}::int[], ${failures.map((f) => f.code)}::text[]) AS v (id, fence, code)
    WHERE letter.id = v.id AND letter.fence = v.fence`
}
