import { FileRefused } from './refused'
import { readZipDirectory, unpackEntry } from './zip'

export type WorkbookSheet = { name: string; hidden: boolean; part: string }
export type Workbook = { sheets: WorkbookSheet[]; part: (name: string) => Buffer | null }

/** Opens the container and lists the sheets in the order of the tabs. Charts and macro sheets are not sheets with rows and are left out. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const entries = new Map(readZipDirectory(bytes).map((entry) => [entry.name, entry]))
  const part = (name: string) => {
    const entry = entries.get(name)
    return entry ? unpackEntry(bytes, entry) : null
  }
  const workbook = part('xl/workbook.xml')?.toString('utf8')
  const relations = part('xl/_rels/workbook.xml.rels')?.toString('utf8')
  if (!workbook || !relations) throw new FileRefused('xlsx-damaged')
  const targets = worksheetTargets(relations)
  const sheets = tags(workbook, 'sheet').flatMap((sheet) => {
    const target = targets.get(attribute(sheet, '(?:[^\\s:]+:)?id') ?? '')
    const name = attribute(sheet, 'name')
    if (!target || name === null || !entries.has(target)) return []
    return [{ name, hidden: /hidden/i.test(attribute(sheet, 'state') ?? ''), part: target }]
  })
  return { sheets, part }
}

function worksheetTargets(relations: string): Map<string, string> {
  const pairs = tags(relations, 'Relationship').flatMap((relation): [string, string][] => {
    const id = attribute(relation, 'Id')
    const target = attribute(relation, 'Target')
    if (!id || !target || !attribute(relation, 'Type')?.endsWith('/worksheet')) return []
    return [[id, target.startsWith('/') ? target.slice(1) : `xl/${target}`]]
  })
  return new Map(pairs)
}

function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:[^\\s<>:/]+:)?${name}\\s[^<>]*>`, 'g')) ?? []
}

export function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return match ? decodeEntities(match[1] ?? match[2] ?? '') : null
}

function decodeEntities(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return named[code.toLowerCase()] ?? whole
    const point = code[1]?.toLowerCase() === 'x' ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1))
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
