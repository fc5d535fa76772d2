import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** What nobody has taken care of yet, without a word of it. One statement. */
export const openConcerns = (tx: Tx): Promise<{ raisedAt: Date; unsafe: boolean }[]> => tx.$queryRaw`SELECT raised_at AS "raisedAt", kind = 'unsafe' AS unsafe FROM access.match_concerns() WHERE settled_at IS NULL`
