import { createHash, randomInt } from 'node:crypto'
import type pg from 'pg'

const alphabet = 'ACDEFGHJKMNPQRTUVWXY34679'

/** A live reply code of somebody who has had a letter, as the letter would carry it. */
export async function liveReplyCode(db: pg.Client): Promise<string> {
  const code = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('')
  const made = await db.query(
    `INSERT INTO reply_code (person_id, letter_id, code_hash, expires_at) SELECT l.person_id, l.id, $1, now() + interval '1 day'
     FROM letter l JOIN person p ON p.id = l.person_id WHERE l.state = 'SENT' AND p.died_on IS NULL AND p.protection = 'P0' ORDER BY random() LIMIT 1`,
    [createHash('sha256').update(code).digest()],
  )
  if (made.rowCount !== 1) throw new Error('Nobody has had a letter')
  return code
}
