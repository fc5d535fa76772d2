import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { TOKEN_PREFIX } from './token'

export type ReadLetter = {
  /** The letter's id out of the document's keywords; null where it carries none, or more than one. */
  token: string | null
  /** Ids printed on the sheets, one entry per page; null for a page without one. */
  sheets: (string | null)[]
  text: string
  lang: string | null
  /** Language each page is read aloud in: in a print file every letter has its own. */
  sheetLangs: (string | null)[]
  /** Roles in reading order ('H1', 'P', 'L', 'Figure' …) and the alternative texts. */
  roles: string[]
  alts: string[]
  title: string | null
  /** Marked as tagged, and every printed page has a structure tree with content in it. */
  tagged: boolean
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Reads a finished document as the recipient's machine would: what it is marked with and what it says. Throws on a file that is no PDF. */
export async function readLetter(pdf: Uint8Array): Promise<ReadLetter> {
  // The reader takes the buffer over and empties it: it gets a copy.
  const task = getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, isEvalSupported: false, verbosity: 0 })
  try {
    const document = await task.promise
    const info: Record<string, unknown> = { ...(await document.getMetadata()).info }
    const pages: ReadPage[] = []
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(await document.getPage(number)))
    const lang = textOrNull(info.Language)
    const marked = Boolean((await document.getMarkInfo())?.Marked)
    return {
      token: tokenIn(info.Keywords),
      sheets: pages.map(({ text }) => text.match(ID)?.at(-1) ?? null),
      text: pages.map(({ text }) => text).join('\n'),
      lang,
      sheetLangs: pages.map(({ nodes }) => nodes.find((node) => node.lang)?.lang ?? lang),
      roles: pages.flatMap(({ nodes }) => nodes.map(({ role }) => role)),
      alts: pages.flatMap(({ nodes }) => nodes.flatMap(({ alt }) => (alt ? [alt] : []))),
      title: textOrNull(info.Title),
      tagged: marked && pages.every(({ text, nodes }) => text.trim() === '' || nodes.length > 1),
    }
  } finally {
    await task.destroy()
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>
type TreeNode = { role: string; lang?: string; alt?: string; children: unknown[] }
type ReadPage = { text: string; nodes: TreeNode[] }

async function readPage(page: Page): Promise<ReadPage> {
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  const tree: unknown = await page.getStructTree()
  page.cleanup()
  return { text, nodes: nodesOf(tree) }
}

function nodesOf(node: unknown): TreeNode[] {
  if (!isTreeNode(node)) return []
  const below = node.children.flatMap(nodesOf)
  return node.role ? [node, ...below] : below
}

function isTreeNode(node: unknown): node is TreeNode {
  return typeof node === 'object' && node !== null && 'children' in node && Array.isArray(node.children)
}

function tokenIn(keywords: unknown): string | null {
  const found = typeof keywords === 'string' ? keywords.split(/[,;]\s*/).filter((word) => word.startsWith(TOKEN_PREFIX)) : []
  return found.length === 1 ? found[0]!.slice(TOKEN_PREFIX.length) : null
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
