import { formatDay, formatTime, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf, partsOf } from '@/lib/platform/day'
import { LetterRefused, letterProblems } from './rules'
import type { Block, ContactLabels, Fact, LetterData, LetterTemplate, MergedBlock, MergedLetter, MergeField } from './template'
import { cleanLine, cleanText, fillFields } from './text'

/**
 * Merges one letter. Pure: same template version and data, same letter. Values go in as text in a single pass: '{{', '#' or '<' in a
 * name stay what they are. Throws LetterRefused with every reason when the letter must not be made.
 */
export function mergeLetter(template: LetterTemplate, data: LetterData): MergedLetter {
  const problems: { code: string; field?: MergeField }[] = letterProblems(template, data)
  const values = fieldValues(template.language, data)
  const fill = (text: string) =>
    fillFields(text, (field) => {
      const value = values[field]
      if (!value && !problems.some((problem) => problem.field === field)) problems.push({ code: 'missing-value', field })
      return value ?? ''
    })
  const title = cleanLine(fill(template.title))
  const blocks = template.blocks.flatMap((block) => mergeBlock(block, template.language, data, (text) => cleanText(fill(text)).trim()))
  if (problems.length > 0) throw new LetterRefused(problems)

  const addressLines = (data.address?.lines ?? []).map(cleanLine).filter(Boolean)
  const printed = data.channel === 'paper' || template.printsAddress
  return {
    letterId: data.letterId,
    templateId: template.id,
    templateVersion: template.version,
    language: template.language,
    title,
    date: data.date,
    dateText: formatDay(data.date, template.language),
    channel: data.channel,
    largePrint: data.largePrint,
    windowLines: [cleanLine(data.recipient.fullName), ...(data.channel === 'paper' ? addressLines : [])],
    carriesProtectedAddress: data.recipient.addressProtected && printed,
    sender: data.sender,
    blocks,
    labels: template.labels,
  }
}

function fieldValues(language: string, data: LetterData): Partial<Record<MergeField, string>> {
  const { recipient, sender, coordinator, reply, talk, event } = data
  return {
    firstName: cleanLine(recipient.firstName),
    fullName: cleanLine(recipient.fullName),
    address: (data.address?.lines ?? []).map(cleanLine).filter(Boolean).join(', '),
    letterDate: formatDay(data.date, language),
    year: String(partsOf(data.date).year),
    municipality: cleanLine(sender.municipality),
    unit: cleanLine(sender.unit),
    coordinatorName: cleanLine(coordinator.name),
    coordinatorTitle: cleanLine(coordinator.title),
    coordinatorPhone: cleanLine(coordinator.phone),
    coordinatorEmail: cleanLine(coordinator.email),
    coordinatorHours: cleanLine(coordinator.hours ?? ''),
    replyLink: reply?.link,
    replyCode: reply?.code,
    replyBy: reply?.by && formatDay(reply.by, language),
    talkDate: talk ? formatDay(dayOf(talk.startsAt), language, 'weekday') : undefined,
    talkTime: talk ? formatTimeSpan(talk.startsAt, talk.endsAt, language) : undefined,
    talkPlace: talk ? cleanLine(talk.place) : undefined,
    eventDate: event ? formatDay(dayOf(event.startsAt), language, 'weekday') : undefined,
    eventTime: event ? formatTime(event.startsAt, language) : undefined,
    eventPlace: event ? cleanLine(event.place) : undefined,
  }
}

type Fill = (text: string) => string

function mergeBlock(block: Block, language: string, data: LetterData, fill: Fill): MergedBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', text: fill(block.text) }]
    case 'heading':
      return [{ kind: 'heading', text: fill(block.text) }]
    case 'list':
      return [{ kind: 'list', items: block.items.map(fill) }]
    case 'companion':
      return [...heading(fill(block.heading)), { kind: 'paragraph', text: fill(block.text) }]
    case 'offers':
      return offers(block, data, fill)
    case 'invitation':
      return invitation(block, language, data, fill)
    case 'reply':
      return reply(block, data, fill)
    case 'contact':
      return contact(block, data, fill)
    case 'signature':
      return [signature(block, data, fill)]
  }
}

/** A block may do without its heading and read on from the one before. */
function heading(text: string): MergedBlock[] {
  return text ? [{ kind: 'heading', text }] : []
}

function offers(block: Extract<Block, { kind: 'offers' }>, data: LetterData, fill: Fill): MergedBlock[] {
  if (data.offers.length === 0) return [...heading(fill(block.heading)), { kind: 'paragraph', text: fill(block.none) }]
  const printed = data.offers.map((offer) => ({
    name: cleanLine(offer.name),
    provider: cleanLine(offer.provider),
    text: cleanLine(offer.description),
    // A telephone number is never split over two lines.
    contact: cleanLine(offer.contact ?? '').replace(/(?<=\d) (?=\d)/g, '\u00a0'),
  }))
  return [...heading(fill(block.heading)), { kind: 'paragraph', text: fill(block.intro) }, { kind: 'offers', offers: printed }]
}

function invitation(block: Extract<Block, { kind: 'invitation' }>, language: string, data: LetterData, fill: Fill): MergedBlock[] {
  if (!data.talk) return [...heading(fill(block.heading)), { kind: 'paragraph', text: fill(block.open) }]
  const { startsAt, endsAt, place } = data.talk
  const when = `${formatDay(dayOf(startsAt), language, 'weekday')}, ${formatTimeSpan(startsAt, endsAt, language)}`
  return [
    ...heading(fill(block.heading)),
    { kind: 'paragraph', text: fill(block.booked) },
    {
      kind: 'facts',
      rows: [
        { label: fill(block.whenLabel), value: when },
        { label: fill(block.whereLabel), value: cleanLine(place) },
        { label: fill(block.withLabel), value: cleanLine(data.coordinator.name) },
      ],
    },
  ]
}

function reply(block: Extract<Block, { kind: 'reply' }>, data: LetterData, fill: Fill): MergedBlock[] {
  if (!data.reply) return []
  const { heading: title, text, linkLabel, codeLabel, qrAlt } = block
  const { link, code } = data.reply
  return [{ kind: 'reply', heading: fill(title), text: fill(text), link, code, linkLabel: fill(linkLabel), codeLabel: fill(codeLabel), qrAlt: fill(qrAlt) }]
}

function contact(block: Extract<Block, { kind: 'contact' }>, data: LetterData, fill: Fill): MergedBlock[] {
  return [...heading(fill(block.heading)), { kind: 'paragraph', text: fill(block.text) }, { kind: 'facts', rows: waysToReach(block.labels, data) }]
}

function signature(block: Extract<Block, { kind: 'signature' }>, data: LetterData, fill: Fill): MergedBlock {
  const lines = [data.coordinator.name, data.coordinator.title, `${data.sender.unit}, ${data.sender.municipality}`]
  return { kind: 'signature', greeting: fill(block.greeting), lines: lines.map(cleanLine), rows: block.labels ? waysToReach(block.labels, data) : [] }
}

function waysToReach(labels: ContactLabels, { coordinator }: LetterData): Fact[] {
  const rows = [
    { label: labels.phone, value: cleanLine(coordinator.phone) },
    { label: labels.email, value: cleanLine(coordinator.email) },
    { label: labels.hours, value: cleanLine(coordinator.hours ?? '') },
  ]
  return rows.filter((row) => row.value)
}
