import { addDays, addMonths, type Day, startOfDay } from '@/lib/platform/day'
import type { ContactChannel, ContactOutcome, NamedKind } from '../rules'

/** Most entries of one report: nobody reads more, and the newest are the ones that stand. */
export const REPORT_MOST = 200

export type Period = { from: Day; to: Day }
export type ReportTopic = { code: string; nameDa: string; nameEn: string }
export type ReportContact = {
  id: string; outcome: ContactOutcome; channel: ContactChannel; kind: NamedKind | null; at: Date; minutes: number | null; travelMinutes: number | null; travelKm: number | null; agreed: string | null; nextStep: string | null; nextOn: Day | null; companion: boolean; interpreter: boolean; by: string
  /** In the order of their topics. */
  notes: { topic: ReportTopic; text: string }[]
  additions: { id: string; text: string; by: string; at: Date }[]
}

export const lastThreeMonths = (today: Day): Period => ({ from: addMonths(today, -3), to: today })

/** From the first moment of the first day to the one after the last: Danish days, also where the clocks change. */
export const momentsOf = ({ from, to }: Period): { since: Date; before: Date } => ({ since: startOfDay(from), before: startOfDay(addDays(to, 1)) })

/** Where topics were chosen, what was said about others stays at home: a report about work brings nobody's health along. */
export const saidAbout = (notes: ReportContact['notes'], topics: readonly string[]): ReportContact['notes'] => (topics.length === 0 ? notes : notes.filter(({ topic }) => topics.includes(topic.code)))

export type TopicSection = { /** Null: nothing was noted under any. */ topic: ReportTopic | null; contacts: ReportContact[] }

/** What every talk has: the account of it. It is a heading only where nothing more particular was spoken of. */
export const GENERAL = 'general'
const firstTopic = (notes: ReportContact['notes']): ReportTopic | null => (notes.find(({ topic }) => topic.code !== GENERAL) ?? notes[0])?.topic ?? null

/** Every entry once, under its first topic in the municipality's order, in the order of time; those without a note last. */
export function underTopics(contacts: readonly ReportContact[], order: readonly ReportTopic[], topics: readonly string[]): TopicSection[] {
  const inTime = [...contacts].sort((a, b) => a.at.getTime() - b.at.getTime()).map((one) => ({ ...one, notes: saidAbout(one.notes, topics) }))
  return [...order, null].map((topic) => ({ topic, contacts: inTime.filter(({ notes }) => (firstTopic(notes)?.code ?? null) === (topic?.code ?? null)) })).filter((section) => section.contacts.length > 0)
}
