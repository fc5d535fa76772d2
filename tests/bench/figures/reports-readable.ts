import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasLibreOffice, notOpened, textOf } from '../libre-office'
import type { Figure } from './figure'

const REPORTS = 200
type Found = { seed: number; kind: 'progress' | 'contacts'; entries: number; words: string[]; problems: string[] }

/** Every file opened by the program most of those who get one have; of a Word document, every word that was wanted stands in it once. */
function openInLibreOffice(folder: string, found: readonly Found[]): void {
  const [pdfs, words] = [found.map(({ seed }) => `${seed}.pdf`), found.flatMap(({ seed, kind }) => (kind === 'contacts' ? [`${seed}.docx`] : []))]
  const failed = new Set([...notOpened(folder, words, 'txt:Text (encoded):UTF8'), ...notOpened(folder, pdfs, 'odg')])
  for (const one of found) {
    one.problems.push(...[...failed].filter((name) => name.startsWith(`${one.seed}.`)).map((name) => `LibreOffice does not open ${name.split('.').at(-1)}`))
    if (one.kind === 'progress' || failed.has(`${one.seed}.docx`)) continue
    const text = textOf(folder, `${one.seed}.docx`)
    one.problems.push(...one.words.filter((word) => text.split(word).length !== 2).map((word) => `${word} stands ${text.split(word).length - 1} times in LibreOffice`))
  }
}

const figure: Figure = {
  bound: '200 generated reports read back, half overviews of progress (PDF), half from contacts (PDF and Word): every entry that was asked for once and under its heading, none that was not, tagged, every drawing described, opened in LibreOffice: 200/200',
  database: false,
  async figure({ seed, small, log }) {
    const count = small ? 40 : REPORTS
    const folder = mkdtempSync(join(tmpdir(), 'indgang-reports-'))
    try {
      const said = execFileSync('node_modules/.bin/tsx', ['tests/bench/reports-readable-run.ts', String(seed * 1000), String(count), folder], { encoding: 'utf8', maxBuffer: 2 ** 26 })
      const found = JSON.parse(said) as Found[]
      for (const kind of ['progress', 'contacts'] as const) {
        const entries = found.filter((one) => one.kind === kind).map((one) => one.entries)
        log(`${entries.length} reports of ${kind} with ${entries.reduce((sum, one) => sum + one, 0)} entries, the longest ${Math.max(...entries)}, ${entries.filter((one) => one === 0).length} empty`)
      }
      const opened = hasLibreOffice()
      if (opened) openInLibreOffice(folder, found)
      log(opened ? 'each PDF and each Word document opened in LibreOffice, the text of the Word documents read there' : 'not opened in LibreOffice, which is not installed here: the Word files are unpacked and their text read')
      const details = found.filter(({ problems }) => problems.length > 0).map((one) => `${one.kind} ${one.seed}: ${one.problems.slice(0, 5).join('; ')}`)
      return { value: `${found.length - details.length}/${count}`, ok: found.length === count && details.length === 0, details }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
export default figure
