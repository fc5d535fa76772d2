import 'server-only'
import { transaction, type Tx } from '@/lib/platform/db'
import { stillSending } from '../handover/jobs'
import { makeAndFile } from '../make/jobs'
import { loadLetters } from '../load/jobs'
import { planLetters } from '../plan/jobs'
import { claimLetters } from '../store/jobs'
import type { Sending } from '../tools'

const worker = <T>(run: (tx: Tx) => Promise<T>) => transaction({ role: 'worker' }, run, 60_000)

/** The letters of protected people: made and filed for those who may open them, in no file with anybody else's, and carried by hand. */
export async function makeCarriedLetters(sending: Sending): Promise<void> {
  const { runId, texts, tools } = sending
  for (;;) {
    const planned = await worker(async (tx) => ((await stillSending(tx, runId)) ? planLetters(tx, runId, texts, tools.today(), tools.batch, 'BY_HAND') : 0))
    const ids = await worker((tx) => claimLetters(tx, runId, 'BY_HAND', tools.batch, tools.leaseSeconds))
    if (ids.length > 0) await makeAndFile(sending, await worker((tx) => loadLetters(tx, ids)))
    if (planned + ids.length === 0 || tools.signal.aborted) return
  }
}
