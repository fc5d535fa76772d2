import 'server-only'
import { buildMemo } from '@/lib/messaging/memo/build'
import type { DeliveryResult } from '@/lib/messaging/channels/channel'
import { transaction, type Tx } from '@/lib/platform/db'
import { errorCode, log } from '@/lib/platform/log/log'
import { memoOf } from '../compose'
import { attempt, carriesOnly } from '../document'
import { beginHandOver, claimAbandoned, doubtAbandoned, finishHandOver, markUncertain, type Sent } from '../handover/jobs'
import { loadLetters } from '../load/jobs'
import { makeAndFile, type Ready } from '../make/jobs'
import { claimLetters, failLetters } from '../store/jobs'
import type { Claim, Sending } from '../tools'

const worker = <T>(run: (tx: Tx) => Promise<T>) => transaction({ role: 'worker' }, run, 60_000)

/** One batch of Digital Post letters: claimed, made, filed, looked at once more, handed over. Returns how many were claimed; 0 when none are left. */
export async function sendDigitalBatch(sending: Sending): Promise<number> {
  const { runId, tools } = sending
  const ids = await worker((tx) => claimLetters(tx, runId, 'DIGITAL_POST', tools.batch, tools.leaseSeconds))
  if (ids.length === 0) return 0
  await tools.reached?.('claimed')
  const ready = await makeAndFile(sending, await worker((tx) => loadLetters(tx, ids)))
  await tools.reached?.('stored')
  await handOver(sending, ready)
  return ids.length
}

/** Letters a worker died over. Whether they may be tried again depends on the other end. Returns how many were dealt with. */
export async function settleAbandoned(sending: Sending): Promise<number> {
  const { runId, tools } = sending
  if (!tools.channels.digital.refusesRepeats) return worker((tx) => doubtAbandoned(tx, runId))
  const ids = await worker((tx) => claimAbandoned(tx, runId, tools.batch, tools.leaseSeconds))
  if (ids.length === 0) return 0
  // What is handed over is what was filed: the first attempt may have arrived, and the file must be what the person got.
  const ready = await worker(async (tx) => {
    const letters = await loadLetters(tx, ids)
    const files = await tx.storedFile.findMany({ where: { id: { in: letters.flatMap((letter) => letter.fileId ?? []) } }, select: { id: true, bytes: true } })
    return letters.flatMap((letter): Ready[] => {
      const file = files.find(({ id }) => id === letter.fileId)
      return file ? [{ letter, pdf: file.bytes, createdAt: letter.renderedAt ?? new Date() }] : []
    })
  })
  await deliverAll(sending, ready)
  return ids.length
}

/** A channel that cannot tell a repeat gets one letter at a time, so that a crash leaves at most one in doubt. */
async function handOver(sending: Sending, ready: readonly Ready[]): Promise<void> {
  const step = sending.tools.channels.digital.refusesRepeats ? Math.max(ready.length, 1) : 1
  for (let at = 0; at < ready.length; at += step) {
    const part = ready.slice(at, at + step)
    const { runId, tools } = sending
    const leaving = new Set(await worker((tx) => beginHandOver(tx, runId, part.map(({ letter }) => letter), tools.leaseSeconds, tools.today())))
    await tools.reached?.('sending')
    await deliverAll(sending, part.filter(({ letter }) => leaving.has(letter.letterId)))
  }
}

async function deliverAll(sending: Sending, ready: readonly Ready[]): Promise<void> {
  const { runId, tools } = sending
  const results = await Promise.all(ready.map(async (one) => ({ letter: one.letter, result: await deliver(sending, one) })))
  await tools.reached?.('delivered')
  const sent: Sent[] = []
  const failed: (Claim & { code: string })[] = []
  const doubtful: Claim[] = []
  for (const { letter, result } of results) {
    if (result.state === 'unknown') doubtful.push(letter)
    else if (result.state === 'refused') failed.push({ ...letter, code: result.code })
    else sent.push({ ...letter, receipt: result.state === 'accepted' ? result.receipt : 'duplicate' })
  }
  await worker(async (tx) => {
    await finishHandOver(tx, runId, sent, tools.today())
    await failLetters(tx, failed)
    // Where a repeat is refused the lease runs out and the same key is tried again; elsewhere a person decides.
    if (!tools.channels.digital.refusesRepeats) await markUncertain(tx, doubtful, 'no-answer')
  })
}

async function deliver({ texts, frame, tools }: Sending, { letter, pdf, createdAt }: Ready): Promise<DeliveryResult | { state: 'unknown' }> {
  const text = texts.find((one) => one.versionId === letter.versionId)
  if (!text || !letter.cpr) return { state: 'refused', code: 'no-recipient-id' }
  if (!carriesOnly(pdf, letter.letterId)) return { state: 'refused', code: 'token-differs' }
  const memo = attempt(() => buildMemo(memoOf(letter, text, frame, { key: letter.key, cpr: letter.cpr ?? '', pdf, createdAt })))
  if (!memo.ok) return { state: 'refused', code: memo.code }
  try {
    return await tools.channels.digital.deliver({ key: letter.key, kind: 'memo', bytes: Buffer.from(memo.value) })
  } catch (error) {
    log.warn('letter.no-answer', { letterId: letter.letterId, code: errorCode(error) })
    return { state: 'unknown' }
  }
}
