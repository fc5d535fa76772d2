import 'server-only'
import { foldName } from '@/lib/people/names/fold'
import { Prisma, type Tx } from '@/lib/platform/db'
import type { Fact, Facts } from './rules'

/** A folded word for LIKE: what it would read as a sign of its own is not looked for. */
const word = (text: string) => foldName(text.replace(/[%_\\]/g, ''))
const live = Prisma.sql`(x.to_day IS NULL OR x.to_day >= current_date)`
const lives = (condition: Prisma.Sql) => Prisma.sql`EXISTS (SELECT 1 FROM address x WHERE x.person_id = p.id AND ${live} AND ${condition})`

/** First names as they begin, any of them; family names whole, or as they begin. */
const conditions: Record<Fact, (value: string) => Prisma.Sql> = {
  firstName: (value) => Prisma.sql`' ' || access.fold(p.first_name) LIKE ${`% ${word(value)}%`}`,
  lastName: (value) => Prisma.sql`' ' || access.fold(p.last_name) LIKE ${`% ${word(value)}%`}`,
  born: (value) => Prisma.sql`to_char(p.birth_date, ${value.length === 10 ? 'YYYY-MM-DD' : 'MM-DD'}) = ${value}`,
  street: (value) => lives(Prisma.sql`' ' || x.search_street LIKE ${`% ${word(value)}%`}`),
  postcode: (value) => lives(Prisma.sql`x.postcode = ${value}`),
  phone: (value) => Prisma.sql`EXISTS (SELECT 1 FROM contact_point x WHERE x.person_id = p.id AND ${live} AND x.value LIKE ${`+%${value}`})`,
}

/** Who answers to all of the facts, of those the transaction's own reader may see: the rows decide, so that nobody else is counted. At most `most`. */
export async function answering(tx: Tx, said: Facts, most: number): Promise<string[]> {
  const wanted = Object.entries(said).map(([fact, value]) => conditions[fact as Fact](value))
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT p.id::text FROM person p WHERE p.merged_into_id IS NULL AND ${Prisma.join(wanted, ' AND ')} LIMIT ${most}::int`
  return rows.map(({ id }) => id)
}
