import { readFileSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { envelopeProblems } from '@/lib/messaging/letters/envelope'
import { mergeLetter } from '@/lib/messaging/letters/merge'
import { readLetter } from '@/lib/messaging/letters/read-back'
import { createLetterRenderer, letterInputs } from '@/lib/messaging/letters/render'
import { buildMemo } from '@/lib/messaging/memo/build'
import { benchLetter, type BenchLetter, benchMemo, randomFrom, uuid } from './letters-data'

/** What is done with a finished letter; the run's own filing is handed in here. */
export type FileLetter = (letterId: string, pdf: Uint8Array, memo: string) => void | Promise<void>
export type LettersSpeed = { n: number; engineMs: number; oursMs: number; ratio: number; readBackMs: number; bytes: number }

const BATCH = 40

/**
 * `n` letters through merge, PDF, Digital Post message and filing, against the bare engine typesetting the same pages with everything
 * prepared. The two take turns in small batches, so that a busy machine slows both; the engine's memory is emptied before each turn,
 * or the second would be handed the first one's work. The read-back before hand-over is timed apart.
 */
export async function measureLettersSpeed({ n, seed, file = () => {} }: { n: number; seed: number; file?: FileLetter }): Promise<LettersSpeed> {
  const random = randomFrom(seed)
  const letters = Array.from({ length: n }, () => ({ ...benchLetter(random), key: uuid(random) }))
  const bare = bareEngine()
  const renderer = createLetterRenderer()
  for (const letter of letters.slice(0, 20)) renderer.renderLetter(mergeLetter(letter.template, letter.data))

  const sums = { n, engineMs: 0, oursMs: 0, readBackMs: 0, bytes: 0 }
  for (let at = 0; at < n; at += BATCH) {
    const batch = letters.slice(at, at + BATCH)
    const prepared = batch.map((letter) => letterInputs(mergeLetter(letter.template, letter.data)))
    const engine = () => prepared.forEach((inputs) => bare.pdf(inputs))
    const pdfs: Uint8Array[] = []
    const ours = async () => {
      for (const letter of batch) {
        const pdf = renderer.renderLetter(mergeLetter(letter.template, letter.data))
        await file(letter.data.letterId, pdf, buildMemo(benchMemo(letter, pdf, letter.key)))
        pdfs.push(pdf)
      }
    }
    const engineTurn = async () => void (sums.engineMs += await timed(bare, engine))
    const ourTurn = async () => void (sums.oursMs += await timed(bare, ours))
    const turns = (at / BATCH) % 2 === 0 ? [engineTurn, ourTurn] : [ourTurn, engineTurn]
    for (const turn of turns) await turn()
    sums.readBackMs += await timed(bare, () => checkAll(batch, pdfs))
    sums.bytes += pdfs.reduce((sum, pdf) => sum + pdf.length, 0)
  }
  renderer.close()
  return { ...sums, ratio: sums.oursMs / sums.engineMs }
}

async function checkAll(batch: readonly BenchLetter[], pdfs: readonly Uint8Array[]): Promise<void> {
  for (const [index, { template, data }] of batch.entries()) {
    const envelope = {
      letterId: data.letterId,
      language: template.language,
      fullName: data.recipient.fullName,
      firstName: data.recipient.firstName,
      addressLines: data.channel === 'paper' ? data.address!.lines : [],
      replyCode: data.reply!.code,
      mustNotPrint: [],
    }
    const problems = envelopeProblems(envelope, await readLetter(pdfs[index]!))
    if (problems.length > 0) throw new Error(`Letter ${data.letterId}: ${problems.map(({ code }) => code).join(', ')}`)
  }
}

async function timed(engine: ReturnType<typeof bareEngine>, work: () => void | Promise<void>): Promise<number> {
  engine.forget()
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The engine alone, with the fonts and the page of the product and nothing around it. */
export function bareEngine() {
  const root = process.cwd()
  const fonts = ['400Regular/IBMPlexSans_400Regular.ttf', '600SemiBold/IBMPlexSans_600SemiBold.ttf']
  const fontBlobs = fonts.map((file) => readFileSync(path.join(root, 'node_modules/@expo-google-fonts/ibm-plex-sans', file)))
  const compiler = NodeCompiler.create({ workspace: path.join(root, 'lib/messaging/letters'), fontArgs: [{ fontBlobs }] })
  const mainFilePath = path.join(root, 'lib/messaging/letters/letter.typ')
  return {
    pdf: (inputs: Record<string, string>) => compiler.pdf({ mainFilePath, inputs }, { pdfStandard: 'ua-1', creationTimestamp: 0 }),
    forget: () => compiler.evictCache(0),
  }
}
