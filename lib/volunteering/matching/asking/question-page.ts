import 'server-only'
import { visitorKey, withinLimit, type Limit } from '@/lib/access/rate-limit'
import { readPublic } from '@/lib/access/read'
import { readReplyCode } from '@/lib/platform/crypto/tokens'
import type { Tx } from '@/lib/platform/db'
import type { CompanionRole } from '../../companions/rules'
import type { Side } from './rules'

type Named = { nameDa: string; nameEn: string }
/** District, time, way, role and language (ADR 0049): nothing of whose meeting it is, or where. */
export type QuestionMeeting = { areas: Named[]; starts_at: string; ends_at: string; travel_minutes: number; person_language: string | null; meeting_language: string; agreed_role: CompanionRole }
/** What somebody may read before they answer. To the volunteer there is no name in it; to the person the volunteer's first name. */
export type Question = {
  side: Side; /** What they have said already; null where they have not. */ answer: boolean | null
  role: Named & { descriptionDa: string; descriptionEn: string }; areas: Named[]; times: string[]; /** 'ar-native' */ languages: string[]; firstName: string | null; /** Of a companion to one meeting, to the volunteer alone. */ meeting: QuestionMeeting | null; by: { name: string; phone: string | null } | null
}

const perVisitor: Limit = { name: 'question-open', points: 120, seconds: 900 }
/** Looked up where the typed text cannot be a code, so that the database is asked the same and takes the same time. */
const impossible = 'AAAAAAAAAAAAAAAA'

export async function readQuestion(tx: Tx): Promise<Question | null> {
  const [row] = await tx.$queryRaw<{ question: Omit<Question, 'meeting'> | null; meeting: QuestionMeeting | null }[]>`SELECT access.open_question() AS question, (SELECT to_jsonb(m) FROM access.question_meeting() m) AS meeting`
  return row?.question ? { ...row.question, meeting: row.meeting } : null
}

/** Null for a code that is unknown, has run out or is about a pair nobody asks any more, and for a visitor who has tried too often: one answer for all. */
export async function openQuestion(typed: string): Promise<Question | null> {
  const visitor = await visitorKey()
  const allowed = visitor === 'direct' || (await withinLimit(perVisitor, visitor))
  return readPublic((allowed ? readReplyCode(typed) : null) ?? impossible, readQuestion)
}
