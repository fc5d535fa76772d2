import 'server-only'
import { randomUUID } from 'node:crypto'
import type { DeliveryResult } from '@/lib/messaging/channels/channel'
import { printManifest } from '@/lib/messaging/letters/print-file'
import type { MergedLetter } from '@/lib/messaging/letters/template'
import { transaction, type Tx } from '@/lib/platform/db'
import { sha256Hex } from '@/lib/platform/crypto/tokens'
import { errorCode, log } from '@/lib/platform/log/log'
import { attempt, documentOf, mergedOf } from '../document'
import { finishHandOver, markUncertain, stillSending } from '../handover/jobs'
import { type LoadedLetter, loadLetters } from '../load/jobs'
import { allStillOwed, claimPart, layParts, lettersOfPart, type Part, releasePart, setPart } from '../print/jobs'
import { failLetters, storeLetters } from '../store/jobs'
import type { Claim, Sending } from '../tools'

const worker = <T>(run: (tx: Tx) => Promise<T>) => transaction({ role: 'worker' }, run, 60_000)
/** A part of five hundred letters takes longer to make than a batch of Digital Post. */
const PART_LEASE_FACTOR = 4

type MadePart = { letters: LoadedLetter[]; pdfs: Uint8Array[]; print: Uint8Array; manifest: Uint8Array }

/** One print file: laid in posting order, made, filed, looked at once more, handed to the printer. False when no part is waiting. */
export async function sendNextPart(sending: Sending, partSize: number): Promise<boolean> {
  const { runId, tools } = sending
  await worker((tx) => layParts(tx, runId, partSize))
  const part = await worker((tx) => claimPart(tx, runId, tools.leaseSeconds * PART_LEASE_FACTOR))
  if (!part) return false
  await tools.reached?.('claimed')
  if (part.state === 'SENDING') await settlePart(sending, part)
  else await makePart(sending, part)
  return true
}

async function makePart(sending: Sending, part: Part): Promise<void> {
  const { runId, tools } = sending
  const letters = await worker((tx) => lettersOfPart(tx, runId, part.id, tools.today()))
  if (!letters) return worker((tx) => releasePart(tx, part))
  const { made, failures } = await make(sending, part, letters)
  await tools.reached?.('stored')
  const outcome = await worker(async (tx): Promise<'sending' | 'again' | 'empty'> => {
    await failLetters(tx, failures)
    if (!made) return (await setPart(tx, part, 'CANCELLED', { letters: 0 }), 'empty')
    if (!(await stillSending(tx, runId)) || !(await allStillOwed(tx, runId, made.letters, tools.today()))) return (await releasePart(tx, part), 'again')
    if (!(await setPart(tx, part, 'SENDING', { letters: made.letters.length }))) return 'again'
    await filePart(tx, runId, part, made)
    return 'sending'
  })
  if (outcome !== 'sending' || !made) return
  await tools.reached?.('sending')
  await deliverPart(sending, part, made.letters, made.print, made.manifest)
}

/** Every letter by itself, for the person's file, and all of them as one document, from the same merged text. */
async function make({ texts, frame, tools }: Sending, part: Part, letters: readonly LoadedLetter[]): Promise<{ made: MadePart | null; failures: (Claim & { code: string })[] }> {
  const failures: (Claim & { code: string })[] = []
  const good: { letter: LoadedLetter; merged: MergedLetter; pdf: Uint8Array }[] = []
  for (const letter of letters) {
    const text = texts.find((one) => one.versionId === letter.versionId)
    const one = text && attempt(() => ({ letter, merged: mergedOf(letter, text, frame), pdf: documentOf(tools.renderer, letter, text, frame) }))
    if (one?.ok) good.push(one.value)
    else failures.push({ ...letter, code: one ? one.code : 'no-text' })
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (good.length === 0) return { made: null, failures }
  const file = tools.renderer.renderPrintFile(good.map(({ merged }) => merged), { title: `${frame.letterDate} ${part.part}/${part.parts}` })
  const manifest = Buffer.from(printManifest(part.part, part.parts, file.letters))
  return { made: { letters: good.map(({ letter }) => letter), pdfs: good.map(({ pdf }) => pdf), print: file.pdf, manifest }, failures }
}

/** From here the part is in doubt until the printer has answered, and what it was given can be read by those who may print. */
async function filePart(tx: Tx, runId: string, part: Part, made: MadePart): Promise<void> {
  await storeLetters(tx, made.letters.map((letter, index) => ({ ...letter, pdf: made.pdfs[index]! })))
  await tx.$executeRaw`UPDATE letter SET state = 'SENDING' WHERE part_id = ${part.id}::uuid AND state = 'RENDERED'`
  const files = [
    { kind: 'print', mime: 'application/pdf', name: `${part.part}.pdf`, bytes: made.print },
    { kind: 'manifest', mime: 'text/csv', name: `${part.part}.csv`, bytes: made.manifest },
  ].map((file) => ({ ...file, id: randomUUID() }))
  await tx.storedFile.createMany({ data: files.map((file) => ({ ...file, ownerId: runId, sha256: sha256Hex(file.bytes), bytes: new Uint8Array(file.bytes) })) })
  await tx.runFile.deleteMany({ where: { runId, part: part.part } })
  await tx.runFile.createMany({ data: files.map((file) => ({ runId, fileId: file.id, part: part.part, kind: file.kind, letters: made.letters.length })) })
}

/** A part whose worker died over it: handed over again as it is filed, or left for a person to find out. */
async function settlePart(sending: Sending, part: Part): Promise<void> {
  const { runId, tools } = sending
  const held = await worker(async (tx) => {
    const ids = await tx.letter.findMany({ where: { partId: part.id, state: 'SENDING' }, select: { id: true } })
    const files = await tx.runFile.findMany({ where: { runId, part: part.part }, select: { kind: true, fileId: true } })
    const bytes = await tx.storedFile.findMany({ where: { id: { in: files.map((file) => file.fileId) } }, select: { kind: true, bytes: true } })
    return { letters: await loadLetters(tx, ids.map(({ id }) => id)), bytes }
  })
  const file = (kind: string) => held.bytes.find((one) => one.kind === kind)?.bytes ?? new Uint8Array()
  if (tools.channels.print.refusesRepeats) return deliverPart(sending, part, held.letters, file('print'), file('manifest'))
  await worker(async (tx) => {
    if (await setPart(tx, part, 'UNCERTAIN', { errorCode: 'worker-lost' })) await markUncertain(tx, held.letters, 'worker-lost')
  })
}

async function deliverPart(sending: Sending, part: Part, letters: readonly LoadedLetter[], print: Uint8Array, manifest: Uint8Array): Promise<void> {
  const { runId, tools } = sending
  const result = await deliver(sending, part, print, manifest)
  await tools.reached?.('delivered')
  await worker(async (tx) => {
    if (result.state === 'unknown') {
      if (!tools.channels.print.refusesRepeats && (await setPart(tx, part, 'UNCERTAIN', { errorCode: 'no-answer' }))) await markUncertain(tx, letters, 'no-answer')
    } else if (result.state === 'refused') {
      if (await setPart(tx, part, 'FAILED', { errorCode: result.code })) await failLetters(tx, letters.map((letter) => ({ ...letter, code: result.code })))
    } else {
      const receipt = result.state === 'accepted' ? result.receipt : 'duplicate'
      if (await setPart(tx, part, 'SENT', { receipt })) await finishHandOver(tx, runId, letters.map((letter) => ({ ...letter, receipt })), tools.today())
    }
  })
}

async function deliver({ tools }: Sending, part: Part, print: Uint8Array, manifest: Uint8Array): Promise<DeliveryResult | { state: 'unknown' }> {
  try {
    const printed = await tools.channels.print.deliver({ key: part.key, kind: 'print', bytes: print })
    if (printed.state !== 'refused') await tools.channels.print.deliver({ key: part.key, kind: 'manifest', bytes: manifest })
    return printed
  } catch (error) {
    log.warn('part.no-answer', { code: errorCode(error) })
    return { state: 'unknown' }
  }
}
