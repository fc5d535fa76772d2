import { rmSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { bareEngine } from './letters-speed'
import { readyRun } from './ready-run'

export type LettersFiling = { letters: number; sent: number; engineMs: number; oursMs: number; ratio: number }

/**
 * A whole run through the product itself (planning, codes, PDF, Digital Post message, filing in the database, spool folder, print file, account), against
 * the bare engine typesetting the same letters with everything prepared, in the same process and right after each other.
 */
export async function measureLettersFiling({ n, seed, ownerUrl }: { n: number; seed: number; ownerUrl: string }): Promise<LettersFiling> {
  const folder = `.indgang/filing-${process.pid}`
  const { runId } = await readyRun({ ownerUrl, n, seed })
  const { spoolChannels } = await import('@/lib/messaging/channels/spool')
  const { sendRunJob } = await import('@/lib/outreach/runs/jobs')
  const { transaction } = await import('@/lib/platform/db')
  const send = sendRunJob(() => spoolChannels(folder), { budgetSeconds: 600 })
  try {
    const began = performance.now()
    await send({ runId }, new AbortController().signal)
    const oursMs = performance.now() - began
    const sent = await transaction({ role: 'worker' }, (tx) => tx.letter.count({ where: { runId, state: 'SENT' } }))
    const engineMs = await engineAlone(runId)
    return { letters: n, sent, engineMs, oursMs, ratio: oursMs / engineMs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same letters, typeset by the engine alone. The codes are forgotten by now: one of the same length stands in. */
async function engineAlone(runId: string): Promise<number> {
  const { transaction } = await import('@/lib/platform/db')
  const { dayFromDb } = await import('@/lib/platform/day')
  const { contentOf } = await import('@/lib/outreach/runs/content/writes')
  const { loadLetters } = await import('@/lib/outreach/letters/load/jobs')
  const { mergedOf } = await import('@/lib/outreach/letters/document')
  const { letterInputs } = await import('@/lib/messaging/letters/render')
  const prepared = await transaction({ role: 'worker' }, async (tx) => {
    const head = await tx.run.findUniqueOrThrow({ where: { id: runId } })
    const letterDate = dayFromDb(head.letterDate)
    const { content, texts } = await contentOf(tx, { ...head, letterDate })
    const ids = await tx.letter.findMany({ where: { runId }, select: { id: true } })
    const letters = await loadLetters(tx, ids.map(({ id }) => id))
    const frame = { content, letterDate, publicUrl: 'https://indgang.example' }
    return letters.map((letter) => letterInputs(mergedOf({ ...letter, code: 'K7QM-2XVD-94HT-ACDE' }, texts.find((text) => text.versionId === letter.versionId)!, frame)))
  }, 120_000)
  const engine = bareEngine()
  for (const inputs of prepared.slice(0, 5)) engine.pdf(inputs)
  engine.forget()
  const began = performance.now()
  for (const inputs of prepared) engine.pdf(inputs)
  return performance.now() - began
}
