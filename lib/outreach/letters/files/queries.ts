import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { hidesAddress } from '@/lib/people/protection/rules'
import { createLetterRenderer } from '@/lib/messaging/letters/render'
import { dayFromDb } from '@/lib/platform/day'
import { env } from '@/lib/platform/env'
import { contentOf } from '../../runs/content/writes'
import { type RunText, textFor } from '../../runs/content/content'
import type { AddressRow } from '../address'
import type { LetterFrame, LetterRow } from '../compose'
import { attempt, documentOf, type Made } from '../document'

export type FileOut = { bytes: Uint8Array; mime: string; name: string }

/** Not a code anybody has: the real one is made with the letter and stands nowhere but in it. */
const PREVIEW_CODE = 'XXXX-XXXX-XXXX-XXXX'

/** A filed letter, as it left. Null when there is none or the person, or where they live, may not be opened. */
export async function letterFile(actor: Actor, letterId: string): Promise<FileOut | null> {
  return readAs(actor, 'letter.open', async ({ tx, prove, shown }) => {
    const letter = await tx.letter.findUnique({ where: { id: letterId }, select: { fileId: true, personId: true, person: { select: { protection: true } } } })
    if (!letter?.fileId) return null
    const file = await tx.storedFile.findUnique({ where: { id: letter.fileId }, select: { bytes: true, mime: true, name: true } })
    if (file && hidesAddress(letter.person.protection)) await prove('person.read.protected-address')
    if (file) shown({ kind: 'VIEW', action: 'letter.opened', personId: letter.personId, details: { letterId } })
    return file
  })
}

/** A print file or its list. Everybody in it is disclosed with it, and the log says so. */
export async function printFile(actor: Actor, runId: string, fileId: string): Promise<FileOut | null> {
  return readAs(actor, 'outreach.print', async ({ tx, shown }) => {
    const filed = await tx.runFile.findFirst({ where: { runId, fileId }, select: { part: true, kind: true, letters: true } })
    const file = filed && (await tx.storedFile.findUnique({ where: { id: fileId }, select: { bytes: true, mime: true, name: true } }))
    if (!file) return null
    const people = await tx.letter.findMany({ where: { runId, part: { part: filed.part } }, select: { personId: true } })
    shown({ kind: 'DISCLOSURE', action: 'run.file-fetched', people: people.map((letter) => letter.personId), details: { runId, part: filed.part, kind: filed.kind, letters: filed.letters } })
    return file
  })
}

type PreviewRow = Omit<LetterRow, 'letterId' | 'personId' | 'code' | 'talk'> & { scope: string; talk: { id: string; starts: string; ends: string; place: string } | null }

/** The very letter one person would get now, with a code that opens nothing. `ok: false` says why it cannot be made. Null: no such person here. */
export async function previewLetter(actor: Actor, runId: string, personId: string): Promise<Made<FileOut> | null> {
  return readAs(actor, 'outreach.read', async ({ tx, shown }) => {
    const run = await tx.run.findUnique({ where: { id: runId }, select: { id: true, templateId: true, firstTemplateId: true, createdBy: true, eventId: true, letterDate: true, content: true } })
    const [row] = await tx.$queryRaw<PreviewRow[]>`
      SELECT m.scope, p.first_name AS "firstName", p.last_name AS "lastName", p.language, p.large_print AS "largePrint", p.protection::text, coalesce(m.channel::text, 'DIGITAL_POST') AS channel,
        (SELECT json_build_object('careOf', a.care_of, 'street', a.street, 'number', a.number, 'floor', a.floor, 'door', a.door, 'postcode', a.postcode, 'town', a.town)
          FROM address a WHERE a.person_id = p.id AND (a.from_day IS NULL OR a.from_day <= current_date) AND (a.to_day IS NULL OR a.to_day >= current_date) ORDER BY a.from_day DESC NULLS LAST, a.id DESC LIMIT 1) AS address,
        (SELECT json_build_object('id', t.id, 'starts', s.starts_at, 'ends', s.ends_at, 'place', s.place) FROM talk t JOIN talk_slot s ON s.id = t.slot_id
          WHERE t.person_id = p.id AND t.cancelled_at IS NULL AND s.starts_at > now() ORDER BY s.starts_at LIMIT 1) AS talk
      FROM run_member m JOIN person p ON p.id = m.person_id WHERE m.run_id = ${runId}::uuid AND m.person_id = ${personId}::uuid`
    if (!run || !row) return null
    const letterDate = dayFromDb(run.letterDate)
    const { content, texts } = await contentOf(tx, { ...run, letterDate })
    const text = textFor(texts, row.scope, row.language)
    shown({ kind: 'VIEW', action: 'letter.previewed', personId, details: { runId } })
    if (!text) return { ok: false, code: 'no-text' }
    const letter: LetterRow = { ...row, letterId: personId, personId, code: PREVIEW_CODE, address: row.address as AddressRow | null, talk: row.talk && { ...row.talk, startsAt: new Date(row.talk.starts), endsAt: new Date(row.talk.ends) } }
    return previewOf(letter, text, { content, letterDate, publicUrl: env().PUBLIC_URL })
  })
}

function previewOf(letter: LetterRow, text: RunText, frame: LetterFrame): Made<FileOut> {
  const renderer = createLetterRenderer()
  try {
    return attempt(() => ({ bytes: documentOf(renderer, letter, text, frame), mime: 'application/pdf', name: 'preview.pdf' }))
  } finally {
    renderer.close()
  }
}
