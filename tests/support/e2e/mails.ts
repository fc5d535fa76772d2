import { expect } from '@playwright/test'
import type pg from 'pg'

/** The moment it is in the database. */
export const clock = async (db: pg.Client): Promise<Date> => (await db.query<{ now: Date }>('SELECT clock_timestamp() AS now')).rows[0]?.now ?? new Date()

/** The newest mail to this address since then that holds the words, as it was handed to the outbox; waits for the job that writes it. */
export async function mailTo(db: pg.Client, since: Date, recipient: string, words: string): Promise<string> {
  const found = { body: '' }
  await expect(async () => {
    found.body = (await db.query<{ body: string }>('SELECT body FROM outbox_message WHERE recipient = $1 AND position($2 IN body) > 0 AND created_at >= $3 ORDER BY created_at DESC LIMIT 1', [recipient, words, since])).rows[0]?.body ?? ''
    expect(found.body).not.toBe('')
  }).toPass({ timeout: 20_000, intervals: [200] })
  return found.body
}

/** Where the link in it leads on this server. */
export const linkIn = (body: string, path: string): string => new URL(new RegExp(`https?:\\S*${path}\\S*`).exec(body)?.[0] ?? 'https://none.invalid').pathname
