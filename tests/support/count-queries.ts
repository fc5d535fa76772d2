import pg from 'pg'

/**
 * Counts the statements that reach the database while `run` works, however they are sent: Prisma, raw, or inside a transaction.
 * BEGIN (which also says for whom) and COMMIT are counted apart, since they cost a round trip too but never grow.
 */
export async function countQueries<T>(run: () => Promise<T>): Promise<{ result: T; statements: string[]; transactions: number }> {
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown
  const seen: string[] = []
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const first = args[0]
    seen.push((typeof first === 'string' ? first : (first as { text?: string }).text) ?? '')
    return original.apply(this, args)
  } as typeof pg.Client.prototype.query
  try {
    const result = await run()
    const transactions = seen.filter((text) => text.startsWith('BEGIN')).length
    return { result, transactions, statements: seen.filter((text) => !/^(BEGIN|COMMIT|ROLLBACK)/.test(text)) }
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query
  }
}
