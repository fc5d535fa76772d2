import { expect, vi } from 'vitest'
import { owner } from './db'

type Tx = Parameters<Parameters<ReturnType<typeof owner>['$transaction']>[0]>[0]
const waiting = async () => (await owner().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)[0]?.n

/** What is sent while another's row is written and not yet there: it waits for it, and is answered once it stands. Two forms sent together only seldom meet so. */
export async function whileWriting<T>(write: (tx: Tx) => Promise<unknown>, send: () => Promise<T>): Promise<T> {
  const { sent } = await owner().$transaction(async (tx) => {
    await write(tx)
    const sent = send()
    await vi.waitFor(async () => expect(await waiting()).toBe(1), 5000)
    return { sent }
  }, { timeout: 10_000 })
  return sent
}
