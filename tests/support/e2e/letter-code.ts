import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type pg from 'pg'
import { expect } from '@playwright/test'

/** The text of the letter as it was sent, and the reply code printed in it: what the citizen holds in their hand. */
export async function letterInHand(db: pg.Client, letterId: string): Promise<{ text: string; code: string }> {
  const { rows } = await db.query('SELECT f.bytes FROM letter l JOIN stored_file f ON f.id = l.file_id WHERE l.id = $1', [letterId])
  const document = await getDocument({ data: new Uint8Array(rows[0].bytes as Buffer), verbosity: 0 }).promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) for (const item of (await (await document.getPage(number)).getTextContent()).items) text += 'str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''
  const code = /\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(text)?.[0] ?? ''
  expect(code, 'the letter prints a code').not.toBe('')
  return { text, code }
}

/** Sent letters with a live code, newest first: the one at `at`, so that tests do not answer for each other. */
export async function sentLetter(db: pg.Client, at: number): Promise<{ id: string; personId: string; name: string }> {
  const { rows } = await db.query(
    `SELECT l.id, l.person_id AS "personId", p.first_name || ' ' || p.last_name AS name FROM letter l JOIN person p ON p.id = l.person_id
     JOIN reply_code c ON c.letter_id = l.id AND c.expires_at > now() AND c.revoked_at IS NULL
     WHERE l.state = 'SENT' AND l.file_id IS NOT NULL AND l.language = 'da' AND p.died_on IS NULL AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.person_id = p.id AND r.received_at > l.sent_at)
     ORDER BY l.sent_at DESC, l.id OFFSET $1 LIMIT 1`, [at])
  expect(rows, 'a letter that waits for an answer').toHaveLength(1)
  return rows[0] as { id: string; personId: string; name: string }
}
