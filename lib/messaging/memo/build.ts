import { create } from 'xmlbuilder2'
import type { MemoMessage, MemoTalk } from './message'
import { type MemoProblem, memoProblems } from './rules'

const NAMESPACE = 'https://DigitalPost.dk/MeMo-1'

/** A message that must not leave. The message text holds codes and field names, never a value. */
export class MemoRefused extends Error {
  constructor(readonly problems: readonly MemoProblem[]) {
    super(`Message refused: ${problems.map(({ code, field }) => `${code} (${field})`).join(', ')}`)
    this.name = 'MemoRefused'
  }
}

/**
 * One Digital Post message in MeMo 1.2. Every element is a sequence in the schema, so the order below is the format. The prefix is
 * written out because the central service mishandles a default namespace. Same message, same bytes. Throws MemoRefused.
 */
export function buildMemo(message: MemoMessage): string {
  const problems = memoProblems(message)
  if (problems.length > 0) throw new MemoRefused(problems)
  const tree = { 'memo:Message': { '@xmlns:memo': NAMESPACE, '@memoVersion': '1.2', 'memo:MessageHeader': header(message), 'memo:MessageBody': body(message) } }
  return create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' }, tree).end()
}

function header(message: MemoMessage) {
  return {
    'memo:messageType': 'DIGITALPOST',
    'memo:messageUUID': message.messageUuid,
    'memo:messageID': message.messageId,
    'memo:label': message.label,
    ...(message.notification ? { 'memo:notification': message.notification } : {}),
    // The answer goes through the reply page, where it reaches the list at once.
    'memo:reply': 'false',
    'memo:mandatory': 'false',
    // Service of process (forkyndelse) is a legal act of its own; a letter of ours never is one.
    'memo:legalNotification': 'false',
    'memo:postType': 'MYNDIGHEDSPOST',
    'memo:Sender': { 'memo:senderID': message.sender.cvr, 'memo:idType': 'CVR', 'memo:label': message.sender.label },
    'memo:Recipient': { 'memo:recipientID': message.recipient.cpr, 'memo:idType': 'CPR' },
  }
}

function body({ createdAt, language, document, reply, talk }: MemoMessage) {
  const actions = [...(talk ? [appointment(talk)] : []), ...(reply ? [selfService(reply)] : [])]
  return {
    'memo:createdDateTime': moment(createdAt),
    'memo:MainDocument': {
      'memo:mainDocumentID': document.id,
      'memo:label': document.label,
      'memo:File': {
        'memo:encodingFormat': 'application/pdf',
        'memo:filename': document.fileName,
        'memo:language': language,
        'memo:content': Buffer.from(document.pdf).toString('base64'),
      },
      ...(actions.length > 0 ? { 'memo:Action': actions } : {}),
    },
  }
}

function selfService({ label, url }: { label: string; url: string }) {
  return { 'memo:label': label, 'memo:actionCode': 'SELVBETJENING', 'memo:EntryPoint': { 'memo:url': url } }
}

function appointment(talk: MemoTalk) {
  return {
    'memo:label': talk.label,
    'memo:actionCode': 'AFTALE',
    'memo:Reservation': {
      'memo:description': talk.description,
      'memo:reservationUUID': talk.reservationUuid,
      'memo:abstract': talk.abstract,
      'memo:location': talk.location,
      'memo:startDateTime': moment(talk.startsAt),
      'memo:endDateTime': moment(talk.endsAt),
      ...(talk.organizerMail ? { 'memo:organizerMail': talk.organizerMail } : {}),
      'memo:organizerName': talk.organizerName,
    },
  }
}

/** Whole seconds, UTC, ending in Z as the schema asks. */
function moment(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
