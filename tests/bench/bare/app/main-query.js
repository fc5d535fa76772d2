import { readFileSync } from 'node:fs'
import pg from 'pg'

const pool = (globalThis.barePool ??= new pg.Pool({ connectionString: process.env.DATABASE_APP_URL, max: 4 }))

/** The product's own statement with its own values, prepared where it is, as the same restricted role and session. */
export async function rowsOf(name) {
  const { opening, statements } = JSON.parse(readFileSync(process.env.BARE_QUERIES, 'utf8'))
  const client = await pool.connect()
  try {
    await client.query(opening)
    const { rows } = await client.query(statements[name])
    await client.query('COMMIT')
    return rows
  } finally {
    client.release()
  }
}
