import 'server-only'
import { Prisma } from '@/lib/platform/db'
import { matrix, type Permission } from './matrix'
import { type Actor, can } from './permissions'
import { type ReadContext, readAs } from './read'

/** What a page shows besides others, asked as one value of jsonb: who may have it, the question, and what the answer is; `of` notes who was shown. */
export type Part<T> = { may: Permission; sql: Prisma.Sql; of: (value: unknown, shown: ReadContext['shown']) => T }
export type Answers<P extends Record<string, Part<unknown>>> = { [K in keyof P]: P[K] extends Part<infer T> ? T | null : never }

/**
 * Several parts in one statement. A part the reader may not have is null, and is not asked. `keep`: the mark the statement stays prepared
 * under: what is asked varies with the rights alone.
 */
export async function readParts<P extends Record<string, Part<unknown>>>({ tx, actor, prove, shown }: ReadContext, keep: Prisma.Sql, parts: P): Promise<Answers<P>> {
  const asked = Object.entries(parts).filter(([, { may }]) => can(actor, may))
  for (const { may } of asked.map(([, part]) => part)) if ('stepUp' in matrix[may]) await prove(may)
  const [row] = asked.length > 0 ? await tx.$queryRaw<{ parts: unknown[] }[]>`${keep} SELECT jsonb_build_array(${Prisma.join(asked.map(([, { sql }]) => Prisma.sql`(${sql})`))}) AS parts` : [{ parts: [] }]
  if (!row) throw new Error('The parts gave no row')
  const found = asked.map(([name, { of }], nth) => [name, of(row.parts[nth], shown)])
  return { ...Object.fromEntries(Object.keys(parts).map((name) => [name, null])), ...Object.fromEntries(found) } as Answers<P>
}

/** One part by itself. */
export function readPart<T>(actor: Actor, keep: Prisma.Sql, part: Part<T>): Promise<T> {
  return readAs(actor, part.may, async (context) => (await readParts(context, keep, { part })).part as T)
}
