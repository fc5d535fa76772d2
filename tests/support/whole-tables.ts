import { owner } from './db'

/** How many rows each table has. */
export async function countsOf(): Promise<Map<string, number>> {
  const tables = await owner().$queryRaw<{ tab: string; many: number }[]>`SELECT c.relname AS tab, (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM public.%I', c.relname), false, true, '')))[1]::text::int AS many FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`
  return new Map(tables.map(({ tab, many }) => [tab, many]))
}

/** A backup inside the database: a copy of each table of records. */
export async function copyOf(): Promise<string[]> {
  const tables = (await owner().$queryRaw<{ tab: string }[]>`SELECT c.relname AS tab FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname !~ '^(retention_|audit_|submission|job_)' ORDER BY 1`).map(({ tab }) => tab)
  await owner().$executeRawUnsafe('DROP SCHEMA IF EXISTS backup CASCADE')
  await owner().$executeRawUnsafe('CREATE SCHEMA backup')
  for (const tab of tables) await owner().$executeRawUnsafe(`CREATE TABLE backup.${tab} AS SELECT * FROM public.${tab}`)
  return tables
}

/** Puts the rows of the copy back that are gone, without triggers or order, as a restore does. */
export async function putBack(tables: readonly string[]): Promise<void> {
  await owner().$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
    for (const tab of tables) {
      const columns = await tx.$queryRaw<{ name: string }[]>`SELECT quote_ident(a.attname) AS name FROM pg_attribute a WHERE a.attrelid = format('public.%I', ${tab}::text)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum`
      const list = columns.map(({ name }) => name).join(', ')
      await tx.$executeRawUnsafe(`INSERT INTO public.${tab} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM backup.${tab} ON CONFLICT DO NOTHING`)
    }
  }, { timeout: 60_000 })
}
