import type { Channel, LetterData } from '@/lib/messaging/letters/template'
import type { MemoMessage } from '@/lib/messaging/memo/message'
import { NEUTRAL_LABELS } from '@/lib/messaging/memo/neutral'
import { isHttps } from '@/lib/messaging/memo/rules'
import { addDays, type Day } from '@/lib/platform/day'
import { eventOf, offersIn, type RunContent, type RunText } from '../runs/content/content'
import { addressLines, type AddressRow } from './address'

/** Days a person is asked to answer within. */
const REPLY_DAYS = 28

export type LetterRow = {
  letterId: string
  personId: string
  firstName: string
  lastName: string
  language: string
  largePrint: boolean
  protection: string
  /** A letter that is carried shows the name alone in its window: the address is nobody's business who sees the envelope. */
  channel: 'DIGITAL_POST' | 'PAPER' | 'BY_HAND'
  address: AddressRow | null
  /** As printed, with hyphens. */
  code: string
  talk: { id: string; startsAt: Date; endsAt: Date; place: string } | null
}

export type LetterFrame = { content: RunContent; letterDate: Day; publicUrl: string }

/** Where the code leads. The code says nothing about the person; it stands in the path so that the page works without scripts. */
export function replyLink(publicUrl: string, code: string): string {
  return `${publicUrl.replace(/\/$/, '')}/svar/${code}`
}

/** Everything one letter is merged from. Pure: the same row and frame give the same letter. */
export function letterDataOf(row: LetterRow, text: RunText, { content, letterDate, publicUrl }: LetterFrame): LetterData {
  const channel: Channel = row.channel === 'PAPER' ? 'paper' : 'digital'
  return {
    letterId: row.letterId,
    channel,
    date: letterDate,
    largePrint: row.largePrint,
    recipient: { personId: row.personId, firstName: row.firstName, fullName: `${row.firstName} ${row.lastName}`, addressProtected: row.protection !== 'P0' },
    address: row.address && { personId: row.personId, lines: addressLines(row.address) },
    sender: content.sender,
    coordinator: content.coordinator,
    reply: { link: replyLink(publicUrl, row.code), code: row.code, by: addDays(letterDate, REPLY_DAYS) },
    talk: row.talk && { startsAt: row.talk.startsAt, endsAt: row.talk.endsAt, place: row.talk.place },
    event: eventOf(content),
    offers: offersIn(content, text.language),
  }
}

type MemoFacts = { key: string; cpr: string; pdf: Uint8Array; createdAt: Date }

/** The Digital Post message around a finished letter. The same facts give the same bytes, so a message in doubt can be sent again. */
export function memoOf(row: LetterRow, text: RunText, { content, publicUrl }: LetterFrame, { key, cpr, pdf, createdAt }: MemoFacts): MemoMessage {
  const words = text.language === 'da' ? NEUTRAL_LABELS.da : NEUTRAL_LABELS.en
  const link = replyLink(publicUrl, row.code)
  return {
    messageUuid: key,
    messageId: row.letterId,
    createdAt,
    language: text.language,
    label: words.label,
    notification: words.notification,
    sender: { cvr: content.cvr, label: content.senderLabel },
    recipient: { cpr },
    document: { id: row.letterId, label: words.document, fileName: `${row.letterId}.pdf`, pdf },
    // Digital Post takes no unencrypted link; the letter itself carries it.
    reply: isHttps(link) ? { label: words.reply, url: link } : null,
    talk: row.talk && {
      label: words.talk,
      reservationUuid: key,
      description: words.companion,
      abstract: words.appointment,
      location: row.talk.place,
      startsAt: row.talk.startsAt,
      endsAt: row.talk.endsAt,
      organizerName: content.coordinator.name,
      organizerMail: content.coordinator.email,
    },
  }
}
