import { readFileSync } from 'node:fs'
import pg from 'pg'

const pool = (globalThis.barePool ??= new pg.Pool({ connectionString: process.env.DATABASE_APP_URL, max: 4 }))

/** As the same restricted role and session, in one transaction. */
async function asAsked(work) {
  const { opening, statements } = JSON.parse(readFileSync(process.env.BARE_QUERIES, 'utf8'))
  const client = await pool.connect()
  try {
    await client.query(opening)
    const done = await work(client, statements)
    await client.query('COMMIT')
    return done
  } finally {
    client.release()
  }
}

/** The product's own statement with its own values, prepared where it is. */
export const rowsOf = (name) => asAsked(async (client, statements) => (await client.query(statements[name])).rows)

/** The two rows a saved contact comes to, and nothing that makes them safe but the policies. */
export const save = (form) =>
  asAsked(async (client, { save: { values: [user] } }) => {
    const id = crypto.randomUUID()
    await client.query({ name: 'contact', text: "INSERT INTO contact (id, person_id, outcome, channel, happened_at, agreed, recorded_by) VALUES ($1, $2, 'reached', 'phone', now() - interval '1 hour', $3, $4)", values: [id, form.get('personId'), form.get('agreed'), user] })
    await client.query({ name: 'note', text: 'INSERT INTO contact_note (contact_id, person_id, topic_code, text) VALUES ($1, $2, $3, $4)', values: [id, form.get('personId'), 'general', form.get('note.general')] })
  })
