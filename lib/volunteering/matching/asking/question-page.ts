import 'server-only'
import { visitorKey, withinLimit, type Limit } from '@/lib/access/rate-limit'
import { readPublic } from '@/lib/access/read'
import { readReplyCode } from '@/lib/platform/crypto/tokens'
import type { Tx } from '@/lib/platform/db'
import type { Side } from './rules'

type Named = { nameDa: string; nameEn: string }
/** What somebody may read before they answer. To the volunteer there is no name in it; to the person the volunteer's first name. */
export type Question = {
  side: Side; /** What they have said already; null where they have not. */ answer: boolean | null
  role: Named & { descriptionDa: string; descriptionEn: string }; areas: Named[]; times: string[]; /** 'ar-native' */ languages: string[]; firstName: string | null; by: { name: string; phone: string | null } | null
}

const perVisitor: Limit = { name: 'question-open', points: 120, seconds: 900 }
/** Looked up where the typed text cannot be a code, so that the database is asked the same and takes the same time. */
const impossible = 'AAAAAAAAAAAAAAAA'

export const readQuestion = async (tx: Tx): Promise<Question | null> => (await tx.$queryRaw<{ question: Question | null }[]>`SELECT access.open_question() AS question`)[0]?.question ?? null

/** Null for a code that is unknown, has run out or is about a pair nobody asks any more, and for a visitor who has tried too often: one answer for all. */
export async function openQuestion(typed: string): Promise<Question | null> {
  const visitor = await visitorKey()
  const allowed = visitor === 'direct' || (await withinLimit(perVisitor, visitor))
  return readPublic((allowed ? readReplyCode(typed) : null) ?? impossible, readQuestion)
}
