import 'server-only'
import { stopping } from './shutdown'
import { pool, transaction } from './db'

/** Can this process serve now: a round trip as the restricted role, within three seconds, and not on its way down. */
export async function readiness(): Promise<boolean> {
  if (stopping()) return false
  try {
    const timeout = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('timeout')), 3000).unref())
    const rows = await Promise.race([transaction({ role: 'public' }, (tx) => tx.$queryRaw<{ me: string }[]>`SELECT current_user AS me`), timeout])
    return rows[0]?.me === 'indgang_public'
  } catch {
    return false
  }
}

/** One short question to the database before a page is made. False within three seconds when it is gone, stopped or starting. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    const timeout = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('timeout')), 3000).unref())
    await Promise.race([pool().query('SELECT 1'), timeout])
    return true
  } catch {
    return false
  }
}
