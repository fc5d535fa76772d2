import type pg from 'pg'

export type Effect = { table: string; operation: string; row: string }

/** What a refused question may leave behind: that it was asked. */
const traces = ['audit_event', 'audit_subject', 'submission', 'person_search', 'session', '_prisma_migrations', 'probe_effect']

/** Every table tells of each row written, to a table the product does not know of; a session only when it is ended. */
export async function watchEffects(db: pg.Client): Promise<void> {
  await db.query('CREATE TABLE IF NOT EXISTS probe_effect (nr bigserial, tab text, operation text, content text)')
  await db.query(`CREATE OR REPLACE FUNCTION probe_effect() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    BEGIN
      INSERT INTO probe_effect (tab, operation, content) VALUES (TG_TABLE_NAME, TG_OP, CASE WHEN TG_TABLE_NAME IN ('stored_file') THEN '' ELSE left(to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END)::text, 4000) END);
      RETURN NULL;
    END $$`)
  const { rows } = await db.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)", [traces])
  for (const { name } of rows) await db.query(`CREATE OR REPLACE TRIGGER zz_probe_effect AFTER INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION probe_effect()`)
  await db.query('CREATE OR REPLACE TRIGGER zz_probe_effect AFTER UPDATE OF revoked_at ON session FOR EACH ROW WHEN (NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) EXECUTE FUNCTION probe_effect()')
}

export async function stopWatching(db: pg.Client): Promise<void> {
  await db.query('DROP FUNCTION probe_effect() CASCADE')
  await db.query('DROP TABLE probe_effect')
}

/** What was written since this was last asked. */
export async function effects(db: pg.Client): Promise<Effect[]> {
  const { rows } = await db.query<Effect>('WITH gone AS (DELETE FROM probe_effect RETURNING nr, tab, operation, content) SELECT tab AS table, operation, content AS row FROM gone ORDER BY nr')
  return rows
}
