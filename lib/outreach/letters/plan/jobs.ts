import 'server-only'
import { randomUUID } from 'node:crypto'
import { addMonths, type Day, startOfDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { newReplyCode, sha256 } from '@/lib/platform/crypto/tokens'
import { seal } from '@/lib/platform/crypto/sealed'
import { type RunText, textFor } from '../../runs/content/content'

/** A code answers for a year and the month after, until the next letter has come. */
const CODE_MONTHS = 13

type Planned = 'DIGITAL_POST' | 'PAPER' | 'BY_HAND'
type Waiting = { id: string; person_id: string; scope: string; channel: Planned | null; language: string; large_print: boolean; letter_id: string | null }

/**
 * Makes the letter rows of the next people in line: id, key and reply code exist before anything is tried, so that a crash at any later
 * point finds them again. Two workers share the line (SKIP LOCKED). Returns how many were planned; 0 when nobody is left.
 */
export async function planLetters(tx: Tx, runId: string, texts: readonly RunText[], today: Day, limit: number, group: 'TO_SEND' | 'BY_HAND' = 'TO_SEND'): Promise<number> {
  const waiting = await tx.$queryRaw<Waiting[]>`
    SELECT m.id, m.person_id, m.scope, m.channel::text, p.language, p.large_print, l.id AS letter_id
    FROM run_member m JOIN person p ON p.id = m.person_id LEFT JOIN letter l ON l.run_id = m.run_id AND l.person_id = m.person_id
    WHERE m.run_id = ${runId}::uuid AND m.run_group = ${group}::run_group AND (l.id IS NULL OR l.state = 'CANCELLED' OR (l.channel = 'BY_HAND' AND l.state = 'RENDERED' AND m.run_group = 'TO_SEND'))
    ORDER BY m.id LIMIT ${limit} FOR UPDATE OF m SKIP LOCKED`
  const again = waiting.filter((member) => member.letter_id !== null)
  const fresh = waiting.filter((member) => member.letter_id === null)
  // Whoever stood beside us in the line may have written these people's letters between our look and our lock, and may be sending them
  // already: theirs stand. Asked again under the lock, because an insert that meets such a row would wait for it while it waits for us.
  const written = await tx.letter.findMany({ where: { runId, personId: { in: fresh.map((member) => member.person_id) } }, select: { personId: true } })
  const unwritten = fresh.filter((member) => !written.some(({ personId }) => personId === member.person_id))
  if (unwritten.length > 0) await insert(tx, runId, unwritten, texts, today)
  // Taken off before it left (protected, a wish …) and now to be written to after all: same letter, same key, it never went anywhere.
  for (const member of again) await revive(tx, member, texts)
  return waiting.length
}

async function insert(tx: Tx, runId: string, members: readonly Waiting[], texts: readonly RunText[], today: Day): Promise<void> {
  const rows = members.map((member) => ({ member, id: randomUUID(), code: newReplyCode() }))
  await tx.letter.createMany({ data: rows.map(({ member, id }) => ({ id, runId, personId: member.person_id, idempotencyKey: randomUUID(), ...choiceFor(member, texts) })) })
  const expiresAt = startOfDay(addMonths(today, CODE_MONTHS))
  await tx.replyCode.createMany({
    data: rows.map(({ member, id, code }) => ({ letterId: id, personId: member.person_id, codeHash: sha256(code), cipher: seal(code), expiresAt })),
  })
}

async function revive(tx: Tx, member: Waiting, texts: readonly RunText[]): Promise<void> {
  await tx.letter.updateMany({
    where: { id: member.letter_id ?? '', state: { in: ['CANCELLED', 'RENDERED'] } },
    data: { ...choiceFor(member, texts), state: 'PLANNED', errorCode: null, partId: null, sequence: null },
  })
}

function choiceFor(member: Waiting, texts: readonly RunText[]) {
  const text = textFor(texts, member.scope, member.language)
  if (!text) throw new Error('The run has no approved text')
  // Without an address the letter is planned all the same and refused when it is made: the person shows up as failed, never as forgotten.
  return { invitation: member.scope === 'invited', templateVersionId: text.versionId, language: text.language, largePrint: member.large_print, channel: member.channel ?? ('PAPER' as const) }
}
