import type { Prisma } from '../../generated/client'

const CHUNK = 4_000

/** Many rows in few statements, as the owner; columns that are not named keep what the database gives them. Triggers and constraints judge each row as they always do. */
export async function plant(tx: Prisma.TransactionClient, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  for (let at = 0; at < rows.length; at += CHUNK) {
    await tx.$executeRawUnsafe(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, JSON.stringify(rows.slice(at, at + CHUNK)))
  }
}

/** Bytes as PostgreSQL reads them from text. */
export const bytes = (data: Uint8Array) => `\\x${Buffer.from(data).toString('hex')}`
