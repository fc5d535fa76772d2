// Prisma's own schema engine as WebAssembly, without downloading a binary: the tables the schema wants, as SQL.
//   tsx scripts/database/diff.ts    (DATABASE_URL: any reachable database; nothing is written)
// It cannot read a PostgreSQL 18 catalogue, so tests/integration/access/schema.test.ts compares two made databases instead.
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

function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(schemaFolder).map((name) => ({ path: `${schemaFolder}/${name}`, content: readFileSync(`${schemaFolder}/${name}`, 'utf8') }))
}

/** The SQL that makes the schema from nothing. `url` names any database to connect to. */
export async function schemaSql(url: string): Promise<string> {
  const engine = await schemaEngine(url)
  const result = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: schemaFiles() },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  return result.stdout ?? ''
}

if (process.argv[1]?.endsWith('diff.ts')) {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('Set DATABASE_URL to a database that can be reached')
  console.log(await schemaSql(url))
  process.exit(0)
}
