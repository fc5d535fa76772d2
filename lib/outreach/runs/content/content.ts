import { DEFAULT_TEMPLATES } from '@/lib/messaging/letters/default-templates'
import { printsAddress } from '@/lib/messaging/letters/rules'
import { SENSITIVE_STEMS } from '@/lib/messaging/memo/neutral'
import type { Appointment, Block, Coordinator, LetterOffer, LetterTemplate, MergeField, Sender } from '@/lib/messaging/letters/template'

/** What all letters of a run have in common besides the text: pinned when the run is reviewed. Stored as JSON, so moments are ISO text. */
export type RunContent = {
  sender: Sender
  /** Towards Digital Post. */
  cvr: string
  senderLabel: string
  coordinator: Coordinator
  offers: { da: LetterOffer[]; en: LetterOffer[] }
  event: { startsAt: string; endsAt: string; place: string } | null
}

export type TextKind = 'yearly' | 'first'
export type RunText = { kind: TextKind; language: string; versionId: string; template: LetterTemplate }

export type VersionRow = { id: string; version: number; language: string; title: string; blocks: unknown; declaredFields: string[]; template: { code: string } }

/** A stored version as the letter engine knows it. The few words around the text (page, reference) follow the language. */
export function templateOf(row: VersionRow): LetterTemplate {
  const fields = row.declaredFields as MergeField[]
  const labels = (DEFAULT_TEMPLATES.find((template) => template.language === row.language) ?? DEFAULT_TEMPLATES[0]!).labels
  return { id: row.template.code, version: row.version, language: row.language, title: row.title, blocks: row.blocks as Block[], labels, fields, printsAddress: printsAddress(fields) }
}

/** First letters get their own text where the run has one; a language without a text gets Danish. Undefined when there is no Danish either. */
export function textFor(texts: readonly RunText[], scope: string, language: string): RunText | undefined {
  const kind: TextKind = scope === 'first-letter-due' && texts.some((text) => text.kind === 'first') ? 'first' : 'yearly'
  const ofKind = texts.filter((text) => text.kind === kind)
  return ofKind.find((text) => text.language === language) ?? ofKind.find((text) => text.language === 'da')
}

export function offersIn(content: RunContent, language: string): LetterOffer[] {
  return language === 'da' ? content.offers.da : content.offers.en
}

export function eventOf(content: RunContent): Appointment | null {
  return content.event && { startsAt: new Date(content.event.startsAt), endsAt: new Date(content.event.endsAt), place: content.event.place }
}

/** What would have every Digital Post letter refused, found while somebody can still do something about it. */
export function contentProblem({ cvr, senderLabel }: RunContent): 'senderTells' | 'cvr' | null {
  if (SENSITIVE_STEMS.some((stem) => senderLabel.toLowerCase().includes(stem))) return 'senderTells'
  return /^\d{8}$/.test(cvr) ? null : 'cvr'
}
