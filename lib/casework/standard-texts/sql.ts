import 'server-only'
import { Prisma } from '@/lib/platform/db'

export type StandardText = { id: string; name: string; text: string }

/** One's own and the unit's that are in use, by name, as one value of jsonb: the policies say which. */
export const standardTextsSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'text', s.text) ORDER BY lower(s.name), s.id), '[]') FROM standard_text s WHERE s.retired_on IS NULL)`
