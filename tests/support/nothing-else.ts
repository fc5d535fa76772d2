import { Prisma } from '@/lib/platform/db'
import type { AlsoPart } from '@/lib/people/record/queries'

/** A page of a person with nothing read beside it. */
export const nothingElse: AlsoPart<null> = () => Promise.resolve({ sql: Prisma.sql`SELECT NULL::jsonb`, of: () => null })
