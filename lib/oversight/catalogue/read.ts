import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Catalogue, readCatalogue } from './rules'

let known: Catalogue | undefined

/** The schema this build stands on, read from its own files: what is said about a table cannot be older than the table. */
export function catalogue(): Catalogue {
  const folder = join(process.cwd(), 'prisma', 'schema')
  return (known ??= readCatalogue(readdirSync(folder).filter((file) => file.endsWith('.prisma')).sort().map((file) => ({ area: file.replace('.prisma', ''), text: readFileSync(join(folder, file), 'utf8') }))))
}
