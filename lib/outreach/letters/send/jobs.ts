import 'server-only'
import { record } from '@/lib/audit/record'
import { PART_SIZE } from '@/lib/messaging/letters/print-file'
import { dayFromDb, type Day } from '@/lib/platform/day'
import { transaction, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import type { JobCounts } from '@/lib/platform/jobs/handler'
import { log } from '@/lib/platform/log/log'
import { contentOf } from '../../runs/content/writes'
import { placeMembers, sumsOf } from '../../runs/placing/writes'
import { mayTransition } from '../../runs/rules'
import { sendDigitalBatch, settleAbandoned } from '../digital/jobs'
import { stillSending } from '../handover/jobs'
import { makeCarriedLetters } from '../by-hand/jobs'
import { sendNextPart } from '../paper/jobs'
import { planLetters } from '../plan/jobs'
import type { Sending, SendTools } from '../tools'

const LANES = 2
const worker = <T>(run: (tx: Tx) => Promise<T>) => transaction({ role: 'worker' }, run, 120_000)

/** Every run whose delay is over or that was being sent when its worker died. */
export async function runsToSend(): Promise<string[]> {
  const rows = await worker((tx) => tx.$queryRaw<{ id: string }[]>`SELECT id FROM run WHERE state = 'SENDING' OR (state = 'RELEASED' AND send_after <= now()) ORDER BY released_at`)
  return rows.map((row) => row.id)
}

/**
 * Sends a run, from wherever it was left. Any number of workers may do so at once, each may be killed at any point, and nothing is lost or
 * sent twice: every step is claimed, numbered and written down before the next. Returns null when there was nothing to send.
 */
export async function sendRun(runId: string, tools: SendTools): Promise<JobCounts> {
  const sending = await worker((tx) => open(tx, runId, tools))
  if (!sending) return null
  const until = Date.now() + tools.budgetSeconds * 1000
  const onward = () => !tools.signal.aborted && Date.now() < until
  const letters = await sendDigital(sending, onward)
  while (onward() && (await sendNextPart(sending, PART_SIZE)));
  if (onward()) await makeCarriedLetters(sending)
  const state = await worker((tx) => close(tx, runId, tools.today()))
  if (state === 'SENT') log.info('run.sent', { runId })
  return { letters }
}

/**
 * While one batch waits for the database, the next is typeset. Where the other end cannot tell a repeat there is one lane, so that a crash
 * leaves one letter in doubt and not two.
 */
async function sendDigital(sending: Sending, onward: () => boolean): Promise<number> {
  let failed = false
  const lanes = Array.from({ length: sending.tools.channels.digital.refusesRepeats ? LANES : 1 }, () =>
    sendLane(sending, () => !failed && onward()).catch((error: unknown) => {
      failed = true
      throw error
    }),
  )
  // All of them must have come to rest before the job may end, also when one has failed.
  const results = await Promise.allSettled(lanes)
  const broken = results.find((result) => result.status === 'rejected')
  if (broken) throw broken.reason
  return results.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value : 0), 0)
}

async function sendLane(sending: Sending, onward: () => boolean): Promise<number> {
  const { runId, texts, tools } = sending
  let letters = 0
  while (onward()) {
    const settled = await settleAbandoned(sending)
    const planned = await worker(async (tx) => ((await stillSending(tx, runId)) ? planLetters(tx, runId, texts, tools.today(), tools.batch) : null))
    // Stopped: whatever is claimed now would only be given back.
    if (planned === null) break
    await tools.reached?.('planned')
    const sent = await sendDigitalBatch(sending)
    letters += sent
    if (settled + planned + sent === 0) break
  }
  return letters
}

/** Begins the sending when the delay is over; loads what all letters have in common. Null when the run is not to be sent now. */
async function open(tx: Tx, runId: string, tools: SendTools): Promise<Sending | null> {
  const [run] = await tx.$queryRaw<{ state: string; due: boolean }[]>`SELECT state::text, send_after <= now() AS due FROM run WHERE id = ${runId}::uuid FOR UPDATE`
  if (run?.state === 'RELEASED' && run.due) await begin(tx, runId, tools.today())
  else if (run?.state !== 'SENDING') return null
  const head = await tx.run.findUniqueOrThrow({ where: { id: runId }, select: { id: true, templateId: true, firstTemplateId: true, createdBy: true, eventId: true, letterDate: true, content: true } })
  const { content, texts } = await contentOf(tx, { ...head, letterDate: dayFromDb(head.letterDate) })
  return { runId, texts, tools, frame: { content, letterDate: dayFromDb(head.letterDate), publicUrl: tools.publicUrl } }
}

async function begin(tx: Tx, runId: string, today: Day): Promise<void> {
  await placeMembers(tx, runId, null, today)
  await tx.$executeRaw`UPDATE run SET state = 'SENDING', version = version + 1 WHERE id = ${runId}::uuid`
  // Nobody's address stands in a file of ours who must not: somebody has to carry those letters.
  await tx.$executeRaw`
    INSERT INTO outreach_task (person_id, kind, due_on, explanation)
    SELECT m.person_id, 'BY_HAND', greatest(m.due_on, ${today}::date), jsonb_build_array(jsonb_build_object('step', 'start', 'event', 'run-by-hand', 'day', ${today}::text))
    FROM run_member m WHERE m.run_id = ${runId}::uuid AND m.run_group = 'BY_HAND' ON CONFLICT DO NOTHING`
  await record(tx, { kind: 'MACHINE', action: 'run.sending', details: { runId } })
}

/** SENT when no letter is open any more; else somebody has to go on, at once or when another worker's lease is over. */
async function close(tx: Tx, runId: string, today: Day): Promise<string | null> {
  const [run] = await tx.$queryRaw<{ state: 'SENDING'; created_by: string; send_after: Date | null; unplanned: boolean }[]>`
    SELECT state::text, created_by, send_after, EXISTS (SELECT 1 FROM run_member m WHERE m.run_id = run.id AND m.run_group = 'TO_SEND'
      AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.run_id = m.run_id AND l.person_id = m.person_id AND l.state <> 'CANCELLED')) AS unplanned
    FROM run WHERE id = ${runId}::uuid AND state = 'SENDING' FOR UPDATE`
  if (!run) return null
  const { sums, lettersOpen, lettersInDoubt } = await sumsOf(tx, runId)
  const facts = { state: run.state, createdBy: run.created_by, sendAfter: run.send_after }
  const allowed = mayTransition(facts, 'SENT', { actorId: '', now: new Date(), sums, lettersOpen, lettersInDoubt })
  if (!allowed.ok || run.unplanned) {
    await enqueue(tx, 'run.send', { runId }, { startAfter: new Date(Date.now() + 1000) })
    return run.state
  }
  await placeMembers(tx, runId, null, today)
  await tx.$executeRaw`UPDATE run SET state = 'SENT', sent_at = now(), version = version + 1 WHERE id = ${runId}::uuid`
  await record(tx, { kind: 'MACHINE', action: 'run.sent', details: { runId, sent: sums.groups.SENT } })
  return 'SENT'
}
