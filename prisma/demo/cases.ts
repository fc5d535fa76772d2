import { aftercareEnd, type CaseKind } from '@/lib/casework/cases/rules'
import { addDays, type Day, dayFromDb, dayToDb } from '@/lib/platform/day'
import type { Prisma, PrismaClient } from '../generated/client'
import { CASE_STORIES, type CaseStory } from './case-stories'
import { methodVersions, movesOf } from './methods'
import { writtenAt } from './moments'
import type { DemoStaff } from './users'

/** So many of each member of staff's people have a case; somebody one is responsible for has not always. */
const WITH_CASE = { caseworker: 14, coordinator: 22, colleague: 14 } as const
/** Newer than this there has been no time for more than being opened. */
const YOUNG = 240

/** The cases of those somebody is responsible for: the responsibility becomes that for the case. What closing does to it the database does. */
export async function loadCases(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  const versions = await methodVersions(db)
  for (const who of ['caseworker', 'coordinator', 'colleague'] as const) {
    const kind = who === 'caseworker' ? 'employment' : 'veteran'
    const { unitId } = await db.user.findUniqueOrThrow({ where: { id: staff[who] }, select: { unitId: true } })
    const people = await db.assignment.findMany({ where: { userId: staff[who], toDay: null }, select: { id: true, personId: true, fromDay: true }, orderBy: { personId: 'asc' }, take: WITH_CASE[who] })
    if (unitId) for (const [nth, one] of people.entries()) await loadCase(db, today, { ...one, userId: staff[who], unitId, kind, story: CASE_STORIES[kind][nth % CASE_STORIES[kind].length] }, versions)
  }
  await loadWaiting(db, today, staff.coordinator)
}

/** In each of the two units some cases wait that nobody has taken yet. */
const WAITING: Record<'jobcenter' | 'veteran', readonly { about: string; daysAgo: number }[]> = {
  jobcenter: [{ about: 'Sygemeldt fra industrien, vil gerne tilbage', daysAgo: 1 }, { about: 'Flyttet hertil fra Viborg: praktik i et værksted', daysAgo: 4 }, { about: 'Kontanthjælp efter udsendelse, første samtale mangler', daysAgo: 6 }],
  veteran: [{ about: 'Datteren ringede: far kommer ikke ud', daysAgo: 2 }, { about: 'Spurgte efter hjælp til arbejdsskadesagen', daysAgo: 5 }],
}

async function loadWaiting(db: PrismaClient, today: Day, openedBy: string): Promise<void> {
  const people = await db.person.findMany({ where: { mergedIntoId: null, diedOn: null, protection: 'P0', assignments: { none: {} }, cases: { none: {} }, roles: { some: { kind: 'VETERAN', toDay: null } } }, select: { id: true }, orderBy: { id: 'asc' }, take: 5, skip: 40 })
  const stories = (['jobcenter', 'veteran'] as const).flatMap((code) => WAITING[code].map((story) => ({ ...story, code })))
  for (const [nth, { about, daysAgo, code }] of stories.entries()) {
    const unit = await db.unit.findFirst({ where: { code }, select: { id: true } })
    const [who, on] = [people[nth], addDays(today, -daysAgo)]
    if (!who || !unit) continue
    const { id } = await db.caseFile.create({ data: { personId: who.id, kind: code === 'veteran' ? 'veteran' : 'employment', about, unitId: unit.id, openedOn: dayToDb(on), openedBy, openedAt: writtenAt(on, 10, 5) } })
    await db.caseState.create({ data: { caseId: id, personId: who.id, number: 1, state: 'open', fromDay: dayToDb(on), recordedBy: openedBy, recordedAt: writtenAt(on, 10, 5) } })
  }
}

type Opened = { id: string; personId: string; fromDay: Date; userId: string; unitId: string; kind: CaseKind; story: CaseStory | undefined }

async function loadCase(db: PrismaClient, today: Day, { id: assignmentId, personId, fromDay, userId, unitId, kind, story }: Opened, versions: Map<string, string>): Promise<void> {
  if (!story) return
  const id = crypto.randomUUID()
  await db.caseFile.createMany({ data: [{ id, personId, kind, about: story.about, unitId, openedOn: fromDay, openedBy: userId, openedAt: writtenAt(dayFromDb(fromDay), 9, 20) }] })
  await db.assignment.update({ where: { id: assignmentId }, data: { caseId: id, caseRole: 'coordinator' } })
  const [opened, ...steps] = stepsOf(story, dayFromDb(fromDay), today)
  const add = async ({ on, ...state }: Step) => void (await db.caseState.createMany({ data: [{ ...state, caseId: id, personId, fromDay: dayToDb(on), recordedBy: userId, recordedAt: writtenAt(on, 14, 10) }] }))
  if (opened) await add(opened)
  const version = story.method && versions.get(story.method[0])
  // Before the case is closed: a closed one does not move.
  const last = addDays(steps.find(({ state }) => state === 'closed')?.on ?? today, -4)
  if (story.method && version) await db.caseMove.createMany({ data: movesOf(story.method, version, dayFromDb(fromDay), last).map((move) => ({ ...move, caseId: id, personId, recordedBy: userId })) })
  for (const step of steps) await add(step)
  if (story.weight) await db.caseWeight.createMany({ data: [{ caseId: id, personId, number: 1, weight: story.weight, recordedBy: userId, recordedAt: writtenAt(dayFromDb(fromDay), 9, 30) }] })
}

type Step = { on: Day } & Pick<Prisma.CaseStateCreateManyInput, 'number' | 'state' | 'untilDay' | 'everyWeeks' | 'outcome' | 'words'>

function stepsOf({ hold, closed, again }: CaseStory, openedOn: Day, today: Day): Step[] {
  const steps: Step[] = [{ on: openedOn, number: 1, state: 'open' }]
  if (openedOn > addDays(today, -YOUNG)) return steps
  if (hold) steps.push({ on: addDays(today, -hold.since), number: 2, state: 'hold', untilDay: dayToDb(addDays(today, hold.until)), words: hold.words })
  if (closed) {
    const on = addDays(today, -closed.daysAgo)
    const until = aftercareEnd(on, closed.months)
    steps.push({ on, number: 2, state: 'closed', untilDay: until && dayToDb(until), everyWeeks: until && closed.weeks, outcome: closed.outcome, words: closed.words })
    if (again) steps.push({ on: addDays(on, 70), number: 3, state: 'open' })
  }
  return steps
}
