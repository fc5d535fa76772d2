import { describe, expect, it } from 'vitest'
import { transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

const rows = <T>(sql: string) => owner().$queryRawUnsafe<T[]>(sql)

describe('functions that work past the policies', () => {
  it('belong to the role nobody signs in as, look in temporary tables last, and are open to nobody by default', async () => {
    const all = await rows<{ name: string; owner: string; path: string; everybody: boolean }>(`SELECT p.oid::regprocedure::text AS name, r.rolname AS owner,
      coalesce((SELECT c FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%'), '') AS path, has_function_privilege('indgang_web', p.oid, 'EXECUTE') AND EXISTS (
        SELECT 1 FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0) AS everybody
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles r ON r.oid = p.proowner WHERE n.nspname = 'access' AND p.prosecdef`)
    expect(all.length).toBeGreaterThan(20)
    expect(all.filter((one) => one.owner !== 'indgang_definer' || !one.path.endsWith('pg_temp') || one.everybody)).toEqual([])
  })

  it('cannot be led astray by a temporary table of the same name', async () => {
    const hidden = await veteran({ protection: 'P1' })
    const coordinator = await staff('VETERAN_COORDINATOR')
    await transaction({ role: 'app', token: coordinator.token }, async (tx) => {
      await tx.$executeRawUnsafe(`CREATE TEMP TABLE person (id uuid, protection public.protection DEFAULT 'P0')`)
      await tx.$executeRawUnsafe(`INSERT INTO pg_temp.person (id) VALUES ('${hidden.id}')`)
      await tx.$executeRawUnsafe(`INSERT INTO public.address (person_id, street, number, postcode, town, source) VALUES ('${hidden.id}', 'Ny vej', '1', '8900', 'Randers C', 'test')`)
    })
    expect(await owner().address.count({ where: { personId: hidden.id } })).toBe(0)
  })
})

describe('the roles', () => {
  it('that a request can become are two and that a job can become is one; neither login inherits or owns anything', async () => {
    const memberships = await rows(`SELECT w.rolname AS login, g.rolname AS role, m.inherit_option AS inherits, m.admin_option AS admin FROM pg_auth_members m
      JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles w ON w.oid = m.member WHERE w.rolname LIKE 'indgang_%' ORDER BY 1, 2`)
    const plain = { inherits: false, admin: false }
    expect(memberships).toEqual([{ login: 'indgang_jobs', role: 'indgang_worker', ...plain }, { login: 'indgang_web', role: 'indgang_app', ...plain }, { login: 'indgang_web', role: 'indgang_public', ...plain }])
    const tables = await rows(`SELECT table_name FROM information_schema.role_table_grants WHERE grantee IN ('indgang_web', 'indgang_jobs') AND table_schema NOT IN ('pgboss') AND table_name <> 'rate_limit'`)
    expect(tables).toEqual([])
  })

  it('of jobs reaches no password, no session and no right, and cannot write in the log but through its door', async () => {
    const open = await rows<{ table: string; right: string }>(`SELECT t AS table, r AS right FROM unnest(ARRAY['session', 'clearance', 'staff_relation', 'role_grant', 'audit_event', 'audit_subject', 'field_history', 'app_user']) t,
      unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) r WHERE has_table_privilege('indgang_worker', t, r) OR has_any_column_privilege('indgang_worker', t, CASE WHEN r IN ('INSERT', 'UPDATE') THEN r ELSE 'INSERT' END)`)
    expect(open).toEqual([])
    expect(await rows(`SELECT c FROM unnest(ARRAY['password_hash', 'issuer', 'subject', 'person_id']) c WHERE has_column_privilege('indgang_worker', 'app_user', c, 'SELECT')`)).toEqual([])
  })

  it('of staff reads no password and no token', async () => {
    const secret = [['app_user', 'password_hash'], ['app_user', 'person_id'], ['app_user', 'subject'], ['session', 'token_hash'], ['reply_code', 'code_hash'], ['reply_code', 'cipher']]
    for (const [table, column] of secret)
      expect([table, column, await rows(`SELECT has_column_privilege('indgang_app', '${table}', '${column}', 'SELECT') AS may`)]).toEqual([table, column, [{ may: false }]])
  })
})
