import { sha256 } from '@/lib/platform/crypto/tokens'
import { addMonths, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { Prisma, PrismaClient } from '../generated/client'
import type { DemoLetter, DemoTask, Life } from './history/life'
import { TALK_MINUTES } from './history/talks'
import { loadLetterFiles } from './letter-files'
import { replyCodes } from './reply-code'
import { type Random, randomFor } from './random'
import type { DemoStaff as Staff } from './users'

/** Ids of approved template versions by 'code language'. */
export type TemplateVersions = Record<string, string>

const date = (day: Day | null) => (day ? dayToDb(day) : null)
const REPLY_MONTHS = 13

/** Letters, codes, replies, wishes, attempts, tasks and talks of every life, in a handful of statements. Slots must be there already. */
export async function loadHistory(db: PrismaClient, today: Day, lives: readonly Life[], staff: Staff, versions: TemplateVersions, slotIds: ReadonlyMap<string, string>): Promise<void> {
  const draw = randomFor('history rows')
  const letters = lives.flatMap((life) => life.letters.map((letter) => ({ life, letter })))
  const texts = replyCodes(today, lives)
  const filed = await loadLetterFiles(db, today, lives, versions, texts)
  await db.letter.createMany({ data: letters.map(({ life, letter }, index) => ({ ...letterRow(draw, life, letter, index, versions), ...filed.get(letter.id) })) })
  const codes = letters.map(({ life, letter }) => ({ id: draw.uuid(), ...codeRow(texts, life, letter) }))
  await db.replyCode.createMany({ data: codes })
  const codeOf = new Map(codes.map((code) => [code.letterId, code.id]))
  await db.talk.createMany({ data: lives.flatMap((life) => talkRows(life, slotIds, draw)) })
  await db.reply.createMany({ data: lives.flatMap((life) => replyRows(draw, life, today, staff, codeOf)) })
  await db.wish.createMany({ data: lives.flatMap((life) => life.wishes.map((wish) => ({ ...wish, personId: life.who.id, givenOn: dayToDb(wish.givenOn), untilMonth: date(wish.untilMonth), endedOn: date(wish.endedOn) }))) })
  await db.outreachTask.createMany({ data: lives.flatMap((life) => life.tasks.map((task) => taskRow(life, task, staff))) })
  await db.attempt.createMany({ data: lives.flatMap((life) => attemptRows(life, staff)) })
}

function letterRow(draw: Random, life: Life, letter: DemoLetter, index: number, versions: TemplateVersions): Prisma.LetterCreateManyInput {
  const { language, largePrint, id } = life.who
  const versionId = versions[`${letter.template} ${language}`]
  if (!versionId) throw new Error(`No approved version of ${letter.template} in ${language}`)
  const at = momentAt(letter.sentOn, 9, 20 + (index % 30))
  return {
    id: letter.id, personId: id, runId: letter.runId, templateVersionId: versionId, language, largePrint, channel: letter.channel, state: letter.returnedOn ? 'RETURNED' : 'SENT',
    idempotencyKey: draw.uuid(), pages: 2, sequence: letter.runId ? index + 1 : null, attempts: 1, renderedAt: at, sentAt: at, sentOn: dayToDb(letter.sentOn),
    returnedOn: date(letter.returnedOn), returnReason: letter.returnReason, createdAt: at,
  }
}

/** Only hashes, as of any letter: the codes themselves were on the paper. */
function codeRow(texts: ReadonlyMap<string, string>, life: Life, letter: DemoLetter) {
  const createdAt = momentAt(letter.sentOn, 9, 0)
  return { personId: life.who.id, letterId: letter.id, codeHash: sha256(texts.get(letter.id) ?? ''), expiresAt: momentAt(addMonths(letter.sentOn, REPLY_MONTHS), 23, 59), createdAt }
}

function replyRows(draw: Random, life: Life, today: Day, staff: Staff, codeOf: ReadonlyMap<string, string>): Prisma.ReplyCreateManyInput[] {
  return life.replies.map(({ receivedOn, handledOn, laterMonth, ...reply }) => {
    // People answer when they are off work. What came today must lie before the demo is made, at whatever hour that is.
    const receivedAt = momentAt(receivedOn, receivedOn === today ? draw.between(0, 5) : draw.between(7, 22), draw.int(60))
    const self = handledOn === receivedOn
    const handledAt = handledOn && (self ? receivedAt : momentAt(handledOn, 13, 5))
    return { ...reply, personId: life.who.id, codeId: codeOf.get(reply.letterId), laterMonth: date(laterMonth), submissionId: draw.uuid(), receivedAt, handledAt, handledBy: handledAt && !self ? staff.coordinator : null }
  })
}

function talkRows(life: Life, slotIds: ReadonlyMap<string, string>, draw: Random): Prisma.TalkCreateManyInput[] {
  return life.talks.map((talk) => {
    const slotId = slotIds.get(`${talk.staff} ${talk.on} ${talk.time}`)
    if (!slotId) throw new Error(`No slot on ${talk.on} at ${talk.time}`)
    const [hour, minute] = talk.time.split(':').map(Number) as [number, number]
    const ended = new Date(momentAt(talk.on, hour, minute).getTime() + TALK_MINUTES * 60_000)
    const when = { 'held': { heldAt: ended }, 'no-show': { noShowAt: ended }, 'cancelled': { cancelledAt: momentAt(talk.on, 7, 30), cancelReason: 'citizen' }, 'booked': {} }[talk.outcome]
    const bookedAt = momentAt(talk.bookedOn, draw.between(0, 8), draw.int(60))
    return { id: talk.id, slotId, personId: life.who.id, bookedAt, changedAt: talk.outcome === 'booked' ? bookedAt : ended, heldAt: null, noShowAt: null, cancelledAt: null, cancelReason: null, ...when }
  })
}

function taskRow(life: Life, task: DemoTask, staff: Staff): Prisma.OutreachTaskCreateManyInput {
  const { id, kind, letterId, replyId, outcome } = task
  return {
    id, kind, letterId, replyId, outcome, personId: life.who.id, dueOn: dayToDb(task.dueOn), explanation: task.explanation as unknown as Prisma.InputJsonValue,
    createdAt: momentAt(task.createdOn, 6, 5), doneAt: task.doneOn ? momentAt(task.doneOn, 11, 40) : null, doneBy: task.doneOn ? staff.coordinator : null,
  }
}

function attemptRows(life: Life, staff: Staff): Prisma.AttemptCreateManyInput[] {
  return life.attempts.map((attempt) => ({
    ...attempt, personId: life.who.id, happenedOn: dayToDb(attempt.happenedOn), recordedAt: momentAt(attempt.happenedOn, 11, 40), recordedBy: staff.coordinator,
  }))
}
