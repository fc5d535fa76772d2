import path from 'node:path'
import type { CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { dayToDb } from '@/lib/platform/day'
import { openCompiler } from '@/lib/platform/documents/compiler'
import { type LetterLayout, layoutProblems, LEFT_WINDOW } from './layout'
import { qrSvg } from './qr'
import { refusalFrom } from './render-refusal'
import { LetterRefused } from './rules'
import type { MergedBlock, MergedLetter, Sender } from './template'
import { TOKEN_PREFIX } from './token'

export type RendererOptions = {
  layout?: LetterLayout
  /** Folder of the installation (holds lib/ and node_modules/). Default: where the process was started. */
  root?: string
}

export type PrintFileOptions = {
  /** Title in the document's properties; names the part, never a person. */
  title: string
  duplex?: boolean
}

/** Pages are counted in the file from 1; `pages` is the letter's own, without the blank back of a duplex sheet. */
export type PrintedLetter = { letterId: string; firstPage: number; pages: number }
export type PrintFile = { pdf: Uint8Array; letters: PrintedLetter[] }

export type LetterRenderer = {
  renderLetter(letter: MergedLetter): Uint8Array
  renderPrintFile(letters: readonly MergedLetter[], options: PrintFileOptions): PrintFile
  close(): void
}

// The engine remembers all it has laid out: 850 MiB after a thousand letters unless it forgets. Four letters is what the common parts need.
const REMEMBERED_LETTERS = 4
// The workspace holds nothing but the letter's own code: the engine cannot read outside it.
const WORKSPACE = 'lib/messaging/letters'

/**
 * Renders letters as PDF/UA-1: the engine refuses a document without title, tags, alternative text or printable characters.
 * Bytes are a function of the letter alone (the creation date is the letter's date), so a filed hash can be checked again.
 * Not to be shared between threads. Throws LetterRefused ('unprintable-text', 'address-does-not-fit', 'layout …', 'render-failed').
 */
export function createLetterRenderer({ layout = LEFT_WINDOW, root = process.cwd() }: RendererOptions = {}): LetterRenderer {
  const wrong = layoutProblems(layout)
  if (wrong.length > 0) throw new LetterRefused(wrong)
  let compiler: NodeCompiler | null = openCompiler(WORKSPACE, root)
  const main = path.resolve(root, WORKSPACE, 'letter.typ')

  function engine(): NodeCompiler {
    if (!compiler) throw new Error('The letter renderer has been closed')
    compiler.evictCache(REMEMBERED_LETTERS)
    return compiler
  }

  return {
    renderLetter(letter) {
      const inputs = letterInputs(letter, layout)
      try {
        return engine().pdf({ mainFilePath: main, inputs }, pdfOptions(letter))
      } catch (cause) {
        throw refusalFrom(cause)
      }
    },
    renderPrintFile(letters, { title, duplex = false }) {
      const first = printable(letters)
      const inputs = { ...inputsFor(letters, layout), title, author: first.sender.municipality, duplex: String(duplex) }
      return printFile(engine(), { mainFilePath: main, inputs }, first, duplex)
    },
    close() {
      compiler?.evictCache(0)
      compiler = null
    },
  }
}

function printable(letters: readonly MergedLetter[]): MergedLetter {
  const [first] = letters
  if (!first) throw new LetterRefused([{ code: 'print-file-empty' }])
  if (letters.some((letter) => letter.carriesProtectedAddress)) throw new LetterRefused([{ code: 'protected-address-in-print-file' }])
  return first
}

function printFile(engine: NodeCompiler, source: CompileDocArgs, first: MergedLetter, duplex: boolean): PrintFile {
  try {
    const compiled = engine.compile(source)
    if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []))
    const ends = engine.query(compiled.result, { selector: '<letter-pages>', field: 'value' }) as { letterId: string; lastPage: number }[]
    let next = 1
    const letters = ends.map(({ letterId, lastPage }) => {
      const printed = { letterId, firstPage: next, pages: lastPage - next + 1 }
      next = duplex && lastPage % 2 === 1 ? lastPage + 2 : lastPage + 1
      return printed
    })
    return { pdf: engine.pdf(compiled.result, pdfOptions(first)), letters }
  } catch (cause) {
    throw refusalFrom(cause)
  } finally {
    engine.evictCache(0)
  }
}

function pdfOptions(letter: MergedLetter) {
  return { pdfStandard: 'ua-1', creationTimestamp: dayToDb(letter.date).getTime() / 1000 }
}

/** What the page is handed for one letter. */
export function letterInputs(letter: MergedLetter, layout: LetterLayout = LEFT_WINDOW): Record<string, string> {
  return { ...inputsFor([letter], layout), title: letter.title, author: letter.sender.municipality, token: TOKEN_PREFIX + letter.letterId }
}

/** Senders are few and hold a drawing: each is written once, and the letters point at it. */
function inputsFor(letters: readonly MergedLetter[], layout: LetterLayout): Record<string, string> {
  const senders: Sender[] = []
  const sheets = letters.map((letter) => {
    const known = senders.indexOf(letter.sender)
    const sender = known >= 0 ? known : senders.push(letter.sender) - 1
    return { ...letter, sender, blocks: letter.blocks.map(withQr) }
  })
  return { letters: JSON.stringify(sheets), senders: JSON.stringify(senders), layout: JSON.stringify(layout) }
}

function withQr(block: MergedBlock) {
  return block.kind === 'reply' ? { ...block, qr: qrSvg(block.link) } : block
}
