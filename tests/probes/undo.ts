import type pg from 'pg'

/** One row that was written: in which table, how, and of an update the columns that changed. */
export type Written = { table: string; operation: 'INSERT' | 'UPDATE' | 'DELETE'; columns: string[]; row: Record<string, unknown>; transaction: string }

/**
 * Every table tells of each row written, whole, so that what a form did can be counted and then taken back as if it had never been sent:
 * each form meets the same register, however many were sent before it.
 */
export class Undo {
  private keys = new Map<string, string[]>()
  private columns = new Map<string, string[]>()

  constructor(private readonly db: pg.Client) {}

  async open(): Promise<this> {
    await this.db.query('CREATE TABLE probe_undo (nr bigserial PRIMARY KEY, tab text NOT NULL, operation text NOT NULL, xid text NOT NULL DEFAULT pg_current_xact_id()::text, old jsonb, new jsonb)')
    await this.db.query(`CREATE FUNCTION probe_undo() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      BEGIN
        INSERT INTO probe_undo (tab, operation, old, new) VALUES (TG_TABLE_NAME, TG_OP, CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END);
        RETURN NULL;
      END $$`)
    const { rows } = await this.db.query<{ table: string; key: string[]; columns: string[] }>(
      `SELECT c.relname AS table, (SELECT array_agg(a.attname::text) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
         (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE c.relkind = 'r' AND c.relname NOT IN ('_prisma_migrations', 'probe_undo')`)
    for (const { table, key, columns } of rows) {
      if (!key) throw new Error(`${table} has no key: what is written to it cannot be taken back`)
      this.keys.set(table, key)
      this.columns.set(table, columns)
      // First of the triggers: what another one writes because of this row is written down after it.
      await this.db.query(`CREATE TRIGGER "000_probe_undo" AFTER INSERT OR UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION probe_undo()`)
    }
    return this
  }

  /** What has been written since the mark, oldest first. */
  async since(mark: bigint): Promise<Written[]> {
    const { rows } = await this.db.query<{ tab: string; xid: string; operation: Written['operation']; old: Record<string, unknown> | null; new: Record<string, unknown> | null }>('SELECT tab, xid, operation, old, new FROM probe_undo WHERE nr > $1 ORDER BY nr', [mark])
    return rows.map((one) => ({ table: one.tab, transaction: one.xid, operation: one.operation, row: one.new ?? one.old ?? {}, columns: one.operation === 'UPDATE' ? Object.keys(one.new ?? {}).filter((name) => JSON.stringify(one.new?.[name]) !== JSON.stringify(one.old?.[name])) : [] }))
  }

  async mark(): Promise<bigint> {
    return BigInt((await this.db.query('SELECT coalesce(max(nr), 0) AS nr FROM probe_undo')).rows[0].nr)
  }

  /** Takes back everything since the mark, newest first. Without triggers and references: the rows stand as they stood, whatever the rules say of changing them. */
  async back(mark: bigint): Promise<void> {
    const { rows } = await this.db.query<{ nr: string; tab: string; operation: string }>('SELECT nr, tab, operation FROM probe_undo WHERE nr > $1 ORDER BY nr DESC', [mark])
    await this.db.query('BEGIN')
    await this.db.query("SET LOCAL session_replication_role = 'replica'")
    for (const { nr, tab, operation } of rows) {
      const columns = (this.columns.get(tab) ?? []).map((name) => `"${name}"`).join(', ')
      const same = (this.keys.get(tab) ?? []).map((name) => `t."${name}" = w."${name}"`).join(' AND ')
      const from = (side: 'old' | 'new') => `(SELECT (jsonb_populate_record(NULL::"${tab}", u.${side})).* FROM probe_undo u WHERE u.nr = ${nr}) w`
      if (operation !== 'DELETE') await this.db.query(`DELETE FROM "${tab}" t USING ${from('new')} WHERE ${same}`)
      if (operation !== 'INSERT') await this.db.query(`INSERT INTO "${tab}" (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM ${from('old')}`)
    }
    await this.db.query('DELETE FROM probe_undo WHERE nr > $1', [mark])
    await this.db.query('COMMIT')
  }
}
