/** How confidential a column is, as the schema says of each: K0 public · K1 internal · K2 personal · K3 confidential · K4 special or dangerous. */
export type DataClass = 'K0' | 'K1' | 'K2' | 'K3' | 'K4'
export type ColumnKind = 'text' | 'number' | 'boolean' | 'day' | 'moment' | 'code' | 'id' | 'bytes' | 'json' | 'list'
export type CatalogueColumn = { name: string; kind: ColumnKind; dataClass: DataClass }
export type CatalogueTable = { name: string; /** The part of the product it belongs to: the name of its schema file. */ area: string; columns: CatalogueColumn[] }
export type Catalogue = { tables: CatalogueTable[]; enums: Record<string, string[]> }

const KINDS: Record<string, ColumnKind> = { String: 'text', Int: 'number', BigInt: 'number', Boolean: 'boolean', DateTime: 'moment', Json: 'json', Bytes: 'bytes' }

/** The tables and columns of the schema files as the database names them, each column with its data class; and the values of every enum. */
export function readCatalogue(files: readonly { area: string; text: string }[]): Catalogue {
  const schema = files.map((file) => file.text).join('\n')
  const enums = Object.fromEntries([...schema.matchAll(/^enum (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => [name ?? '', [...(body ?? '').matchAll(/^ {2}(\w+)$/gm)].map((match) => match[1] ?? '')]))
  const tables = files.flatMap(({ area, text }) => [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, model, body]) => ({
    area,
    name: /@@map\("(\w+)"\)/.exec(body ?? '')?.[1] ?? model ?? '',
    columns: (body ?? '').split('\n').flatMap((line) => readColumn(line, enums)),
  })))
  return { tables, enums }
}

function readColumn(line: string, enums: Record<string, string[]>): CatalogueColumn[] {
  const [, field, type, list] = /^ {2}(\w+)\s+(\w+)(\[\])?\??\s/.exec(line) ?? []
  const dataClass = /\/\/\/ (K[0-4])\b/.exec(line)?.[1] as DataClass | undefined
  if (!field || !type || !dataClass) return []
  const plain = type in enums ? 'code' : KINDS[type]
  if (!plain) return []
  const kind = list ? 'list' : line.includes('@db.Uuid') ? 'id' : line.includes('@db.Date') ? 'day' : plain
  return [{ name: / @map\("(\w+)"\)/.exec(line)?.[1] ?? field, kind, dataClass }]
}
