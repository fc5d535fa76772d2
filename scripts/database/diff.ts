// Prisma's own schema engine as WebAssembly: compares the schema with a database, without downloading a binary.
//   tsx scripts/database/diff.ts --script   prints the SQL that would bring the database in line
//   tsx scripts/database/diff.ts            exits 2 when the migrations and the schema differ
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'

const schemaFolder = 'prisma/schema'

async function schemaEngine(url: string) {
  const require = createRequire(import.meta.url)
  const wasm = await WebAssembly.compile(readFileSync(require.resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, 'schema_engine_bg.wasm')))
  const instance = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports })
  const bindings = engineModule as unknown as { __wbg_set_wasm: (exports: unknown) => void; SchemaEngine: typeof engineModule.SchemaEngine }
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url })))
}

export function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(schemaFolder).map((name) => ({ path: `${schemaFolder}/${name}`, content: readFileSync(`${schemaFolder}/${name}`, 'utf8') }))
}

/** SQL from the database at `url` to the schema folder; from nothing when `empty`. */
export async function schemaDiff(url: string, empty: boolean): Promise<string> {
  const engine = await schemaEngine(url)
  const files = schemaFiles()
  const result = await engine.diff({
    from: empty ? { tag: 'empty' } : { tag: 'schemaDatasource', files, configDir: process.cwd() },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  return result.stdout ?? ''
}

if (process.argv[1]?.endsWith('diff.ts')) {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('Set DATABASE_URL to a migrated database')
  const sql = await schemaDiff(url, process.argv.includes('--empty'))
  const differs = sql.trim() !== '' && !/empty migration/i.test(sql)
  if (process.argv.includes('--script')) console.log(sql)
  else if (differs) console.error(sql)
  process.exit(differs && !process.argv.includes('--script') ? 2 : 0)
}
