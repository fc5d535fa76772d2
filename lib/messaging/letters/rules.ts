import { type Block, type LetterData, type LetterTemplate, MERGE_FIELDS, type MergeField } from './template'
import { fieldNamesIn, isMergeField } from './text'

export type TemplateProblem =
  | { code: 'unknown-field'; field: string; block: number | 'title'; allowed: MergeField[] }
  | { code: 'personal-field-in-title'; field: MergeField }
  | { code: 'fields-differ'; missing: MergeField[]; surplus: MergeField[] }
  | { code: 'address-mark-differs'; printsAddress: boolean }
  | { code: 'talk-field-without-talk'; field: MergeField; block: number }
  | { code: 'companion-missing' }

export type LetterProblem =
  | { code: 'missing-value'; field: MergeField }
  | { code: 'missing-reply' }
  | { code: 'missing-address' }
  | { code: 'address-of-other-person' }
  | { code: 'link-not-secure' }

/** A letter that must not be made. The message holds codes and field names only, never a value: it ends in logs. */
export class LetterRefused extends Error {
  constructor(readonly problems: readonly { code: string }[]) {
    super(`Letter refused: ${problems.map((problem) => ('field' in problem ? `${problem.code} (${problem.field})` : problem.code)).join(', ')}`)
    this.name = 'LetterRefused'
  }
}

const ALLOWED = Object.keys(MERGE_FIELDS) as MergeField[]

/** Fields a block prints by its kind, besides those written in its texts. */
const BUILT_IN: Record<Block['kind'], MergeField[]> = {
  paragraph: [],
  heading: [],
  list: [],
  offers: [],
  invitation: ['coordinatorName', 'talkDate', 'talkTime', 'talkPlace'],
  reply: ['replyLink', 'replyCode'],
  companion: [],
  contact: ['coordinatorName', 'coordinatorTitle', 'coordinatorPhone', 'coordinatorEmail', 'coordinatorHours'],
  signature: ['coordinatorName', 'coordinatorTitle', 'unit', 'municipality'],
}

/** Every text of a block that may hold fields (contact labels may not). */
export function textsOf(block: Block): string[] {
  if (block.kind === 'list') return block.items
  return Object.entries(block).flatMap(([key, value]) => (key !== 'kind' && typeof value === 'string' ? [value] : []))
}

/** The known fields these blocks print, in the order of MERGE_FIELDS; `title` counts too. */
export function declaredFields(blocks: readonly Block[], title = ''): MergeField[] {
  const written = [title, ...blocks.flatMap(textsOf)].flatMap(fieldNamesIn)
  const all = new Set<string>([...written, ...blocks.flatMap((block) => BUILT_IN[block.kind])])
  return ALLOWED.filter((field) => all.has(field))
}

export function printsAddress(fields: readonly MergeField[]): boolean {
  return fields.some((field) => 'address' in MERGE_FIELDS[field])
}

/** Fills in what a template version declares about itself; what the municipality writes is the rest. */
export function withDeclarations(template: Omit<LetterTemplate, 'fields' | 'printsAddress'>): LetterTemplate {
  const fields = declaredFields(template.blocks, template.title)
  return { ...template, fields, printsAddress: printsAddress(fields) }
}

export function checkTemplate(template: LetterTemplate): TemplateProblem[] {
  const derived = declaredFields(template.blocks, template.title)
  const missing = derived.filter((field) => !template.fields.includes(field))
  const surplus = template.fields.filter((field) => !derived.includes(field))
  return [
    ...titleProblems(template.title),
    ...template.blocks.flatMap(blockProblems),
    // Whoever is invited to a talk may bring somebody, and is told so (forvaltningsloven § 8).
    ...(template.blocks.some(({ kind }) => kind === 'invitation') && !template.blocks.some(({ kind }) => kind === 'companion') ? [{ code: 'companion-missing' as const }] : []),
    ...(missing.length + surplus.length > 0 ? [{ code: 'fields-differ' as const, missing, surplus }] : []),
    ...(template.printsAddress === printsAddress(derived) ? [] : [{ code: 'address-mark-differs' as const, printsAddress: !template.printsAddress }]),
  ]
}

function titleProblems(title: string): TemplateProblem[] {
  return fieldNamesIn(title).flatMap((field): TemplateProblem[] => {
    if (!isMergeField(field)) return [{ code: 'unknown-field', field, block: 'title', allowed: ALLOWED }]
    return MERGE_FIELDS[field].personal ? [{ code: 'personal-field-in-title', field }] : []
  })
}

function blockProblems(block: Block, index: number): TemplateProblem[] {
  const unknown = textsOf(block)
    .flatMap(fieldNamesIn)
    .filter((field) => !isMergeField(field))
    .map((field): TemplateProblem => ({ code: 'unknown-field', field, block: index, allowed: ALLOWED }))
  // Printed only when no time is booked, so these could never be filled.
  const early = block.kind === 'invitation' ? fieldNamesIn(block.open).filter((field) => field.startsWith('talk')) : []
  const unfillable = early.filter(isMergeField).map((field): TemplateProblem => ({ code: 'talk-field-without-talk', field, block: index }))
  return [...unknown, ...unfillable]
}

/** Why this letter may not be made from this data; empty when it may. Missing field values are found while merging. */
export function letterProblems(template: LetterTemplate, data: LetterData): LetterProblem[] {
  const problems: LetterProblem[] = []
  const needsAddress = data.channel === 'paper' || template.printsAddress
  if (needsAddress && !data.address?.lines.some((line) => line.trim())) problems.push({ code: 'missing-address' })
  if (data.address && data.address.personId !== data.recipient.personId) problems.push({ code: 'address-of-other-person' })
  if (template.blocks.some((block) => block.kind === 'reply') && !data.reply) problems.push({ code: 'missing-reply' })
  if (data.reply && !isSecureLink(data.reply.link)) problems.push({ code: 'link-not-secure' })
  return problems
}

/** https, or this very machine: a demo has no certificate, and a code sent there never crosses a network. */
export function isSecureLink(link: string): boolean {
  if (!URL.canParse(link)) return false
  const url = new URL(link)
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
}
