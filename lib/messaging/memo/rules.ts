import { SENSITIVE_STEMS } from './neutral'
import type { MemoMessage } from './message'

/** Conventions a message must keep before it leaves. The schema says some of them; these say all, with a field a person can find. */
export type MemoProblem = {
  code:
    | 'uuid-not-v4'
    | 'text-missing'
    | 'text-too-long'
    | 'notification-too-long'
    | 'label-says-too-much'
    | 'cvr-malformed'
    | 'cpr-malformed'
    | 'language-malformed'
    | 'file-name-forbidden'
    | 'file-name-not-pdf'
    | 'not-a-pdf'
    | 'url-not-https'
    | 'url-too-long'
    | 'ends-before-start'
    | 'moment-invalid'
  field: string
}

// The schema's memoUuidType: version 4 only, so the database's own v7 ids cannot be used as keys.
const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
// File names: the agency's validation since 10 September 2025.
const FORBIDDEN_IN_FILE_NAME = /[<>:"/\\|?*\n\r\u00A0\u2000-\u200A\u2028\u2029\u205F\u2060\u3000]/
// Ten digits standing alone are somebody's number, never wanted outside the login. Standing alone: one id in some hundred has ten
// digits in the middle of it, and was once refused as a file name.
const CPR_LIKE = /(?<!\w)\d{6}[- ]?\d{4}(?!\w)/
const TEXT_MAX = 256
const NOTIFICATION_MAX = 160

export function isV4(uuid: string): boolean {
  return V4.test(uuid)
}

export function fileNameAllowed(name: string): boolean {
  return name.trim() !== '' && name.length <= TEXT_MAX && !FORBIDDEN_IN_FILE_NAME.test(name)
}

/** Absolute https and nothing else (action addresses, since 10 September 2025). */
export function isHttps(url: string): boolean {
  return /^https:\/\//i.test(url) && URL.canParse(url)
}

/** `sensitive`: word stems that must not be read outside the login, over someone's shoulder or on a lock screen. */
export function memoProblems(message: MemoMessage, sensitive: readonly string[] = SENSITIVE_STEMS): MemoProblem[] {
  const tells = (text: string) => CPR_LIKE.test(text) || sensitive.some((stem) => text.toLowerCase().includes(stem))
  const { sender, recipient, document } = message
  const checks: [boolean, MemoProblem['code'], string][] = [
    [!isV4(message.messageUuid), 'uuid-not-v4', 'messageUuid'],
    [(message.notification ?? '').length > NOTIFICATION_MAX, 'notification-too-long', 'notification'],
    [tells(message.label), 'label-says-too-much', 'label'],
    [tells(message.notification ?? ''), 'label-says-too-much', 'notification'],
    [tells(sender.label), 'label-says-too-much', 'sender.label'],
    [CPR_LIKE.test(document.label), 'label-says-too-much', 'document.label'],
    [!/^\d{8}$/.test(sender.cvr), 'cvr-malformed', 'sender.cvr'],
    [!/^\d{10}$/.test(recipient.cpr), 'cpr-malformed', 'recipient.cpr'],
    [!/^[a-z]{2}$/.test(message.language), 'language-malformed', 'language'],
    [Number.isNaN(message.createdAt.getTime()), 'moment-invalid', 'createdAt'],
    [!fileNameAllowed(document.fileName), 'file-name-forbidden', 'document.fileName'],
    [CPR_LIKE.test(document.fileName), 'label-says-too-much', 'document.fileName'],
    [!document.fileName.endsWith('.pdf'), 'file-name-not-pdf', 'document.fileName'],
    [!startsLikePdf(document.pdf), 'not-a-pdf', 'document.pdf'],
  ]
  const found = checks.flatMap(([wrong, code, field]) => (wrong ? [{ code, field }] : []))
  return [...found, ...textProblems(message), ...replyProblems(message.reply), ...talkProblems(message.talk)]
}

function textProblems(message: MemoMessage): MemoProblem[] {
  const { sender, document, talk, reply } = message
  const texts: [string, string | undefined][] = [
    ['messageId', message.messageId],
    ['label', message.label],
    ['sender.label', sender.label],
    ['document.id', document.id],
    ['document.label', document.label],
    ['reply.label', reply?.label],
    ['talk.label', talk?.label],
    ['talk.description', talk?.description],
    ['talk.abstract', talk?.abstract],
    ['talk.location', talk?.location],
    ['talk.organizerName', talk?.organizerName],
    ['talk.organizerMail', talk?.organizerMail],
  ]
  return texts.flatMap(([field, text]): MemoProblem[] => {
    if (text === undefined) return []
    if (!text.trim()) return [{ code: 'text-missing', field }]
    return text.length > TEXT_MAX ? [{ code: 'text-too-long', field }] : []
  })
}

function replyProblems(reply: MemoMessage['reply']): MemoProblem[] {
  if (!reply) return []
  if (reply.url.length > TEXT_MAX) return [{ code: 'url-too-long', field: 'reply.url' }]
  return isHttps(reply.url) ? [] : [{ code: 'url-not-https', field: 'reply.url' }]
}

function talkProblems(talk: MemoMessage['talk']): MemoProblem[] {
  if (!talk) return []
  const problems: MemoProblem[] = isV4(talk.reservationUuid) ? [] : [{ code: 'uuid-not-v4', field: 'talk.reservationUuid' }]
  if (Number.isNaN(talk.startsAt.getTime()) || Number.isNaN(talk.endsAt.getTime())) return [...problems, { code: 'moment-invalid', field: 'talk' }]
  return talk.endsAt > talk.startsAt ? problems : [...problems, { code: 'ends-before-start', field: 'talk.endsAt' }]
}

/** '%PDF-' */
function startsLikePdf(bytes: Uint8Array): boolean {
  return [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, index) => bytes[index] === byte)
}
