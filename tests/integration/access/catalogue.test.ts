import { describe, expect, it } from 'vitest'
import { policyRows } from '@/lib/access/matrix'
import { foldName } from '@/lib/people/names/fold'
import { owner } from '../../support/db'

const rows = <T>(sql: string) => owner().$queryRawUnsafe<T[]>(sql)

describe('the database itself', () => {
  it('has row-level security, forced, on every table', async () => {
    const open = await rows<{ relname: string }>(`SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND relname <> '_prisma_migrations' AND NOT (relrowsecurity AND relforcerowsecurity)`)
    expect(open).toEqual([])
  })

  it('has views that obey the reader, and functions with a fixed search path', async () => {
    const views = await rows<{ relname: string }>(`SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('v', 'm') AND NOT coalesce(reloptions @> '{security_invoker=true}', false)`)
    const functions = await rows<{ proname: string }>(`SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname IN ('public', 'access') AND prosecdef AND NOT coalesce(array_to_string(proconfig, ',') LIKE '%search_path%', false)`)
    expect({ views, functions }).toEqual({ views: [], functions: [] })
  })

  it('lets the application own nothing and pass nothing by', async () => {
    const strong = await rows<{ rolname: string }>(`SELECT rolname FROM pg_roles WHERE rolname LIKE 'indgang_%' AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole)`)
    const owned = await rows<{ relname: string }>(`SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE r.rolname LIKE 'indgang_%' AND NOT (r.rolname = 'indgang_definer' AND n.nspname = 'access' AND c.relkind = 'v')`)
    const dangerous = await rows<{ table_name: string }>(`SELECT table_name FROM information_schema.role_table_grants
      WHERE grantee LIKE 'indgang_%' AND table_schema = 'public' AND privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')`)
    expect({ strong, owned, dangerous }).toEqual({ strong: [], owned: [], dangerous: [] })
  })

  it('asks the same matrix as the code', async () => {
    const stored = await rows<{ role: string; action: string; scope: string }>('SELECT role::text, action, scope FROM access.policy')
    const key = (row: { role: string; action: string; scope: string }) => `${row.role} ${row.action} ${row.scope}`
    expect(stored.map(key).sort()).toEqual(policyRows().map(key).sort())
  })

  it('names only actions of the matrix in its policies', async () => {
    const used = await rows<{ action: string }>(`SELECT DISTINCT (regexp_matches(coalesce(qual, '') || coalesce(with_check, ''), 'may\\(''([a-z.-]+)''', 'g'))[1] AS action FROM pg_policies WHERE schemaname = 'public'`)
    const known = new Set(policyRows().map((row) => row.action as string))
    expect(used.length).toBeGreaterThan(10)
    expect(used.map((row) => row.action).filter((action) => !known.has(action))).toEqual([])
  })

  it('asks for the shield and never for the level P3, which stands beside another level where somebody has both (ADR 0025)', async () => {
    const asking = await owner().$queryRaw<{ name: string }[]>`
      SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'access' AND p.prosrc ~ 'protection (<>|=) ''*P3'
      UNION ALL SELECT c.relname FROM pg_class c WHERE c.relkind = 'v' AND pg_get_viewdef(c.oid) ~ 'protection (<>|=) ''P3'
      UNION ALL SELECT polname FROM pg_policy WHERE pg_get_expr(polqual, polrelid) || coalesce(pg_get_expr(polwithcheck, polrelid), '') ~ '''P3'''`
    expect(asking.map((row) => row.name).filter((name) => name !== 'hold_protection')).toEqual([])
  })

  it('folds names as the code does', async () => {
    for (const name of ['Sørensen', 'Soerensen', 'Åge Aagaard', 'Müller-Østergård', "D'Angelo", 'Łukasz', 'KJÆR', 'Thorkild Christensen']) {
      const [row] = await owner().$queryRaw<{ folded: string }[]>`SELECT access.fold(${name}) AS folded`
      expect(row?.folded, name).toBe(foldName(name))
    }
  })
})
