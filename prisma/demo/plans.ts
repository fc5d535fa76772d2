import { addDays, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import { SCREENING_GUIDES } from '../reference/screening-guides'
import { type AgreementStory, type GoalStory, type PlanStory, PLANS, type ScreeningStory } from './plan-stories'

type Whose = { personId: string; userId: string }

/** The plans of those who have a case about it. Of two cases about one thing the first has the plan: no two are alike. */
export async function loadPlans(db: PrismaClient, today: Day): Promise<void> {
  for (const story of PLANS) {
    const found = await db.caseFile.findFirst({ where: { about: story.about, person: { mergedIntoId: null } }, select: { personId: true, openedBy: true }, orderBy: [{ openedOn: 'asc' }, { id: 'asc' }] })
    if (found) await loadPlan(db, today, story, { personId: found.personId, userId: found.openedBy })
  }
}

async function loadPlan(db: PrismaClient, today: Day, story: PlanStory, whose: Whose): Promise<void> {
  const goals: string[] = []
  for (const goal of story.goals) {
    const id = await loadGoal(db, today, goal, whose, null)
    for (const part of goal.parts ?? []) await loadGoal(db, today, part, whose, id)
    goals.push(id)
  }
  for (const agreement of story.agreements) await loadAgreement(db, today, agreement, whose, goals)
  if (story.week) await loadWeek(db, today, story.week, whose)
  for (const asked of story.asked ?? []) await loadScreening(db, today, asked, whose)
}

async function loadGoal(db: PrismaClient, today: Day, goal: GoalStory, { personId, userId }: Whose, parentId: string | null): Promise<string> {
  const id = crypto.randomUUID()
  const [text, ago] = goal.first ?? [goal.text, goal.ago]
  await db.planGoal.createMany({ data: [{ id, personId, parentId, createdBy: userId, createdAt: on(today, -ago) }] })
  const same = { saidBy: goal.by ?? 'citizen', needs: goal.needs, dueOn: goal.due === undefined ? null : dayToDb(addDays(today, goal.due)) }
  const steps = [
    { ...same, text, ago, saidAgo: ago, state: 'open', reason: null as string | null },
    ...(goal.first ? [{ ...same, text: goal.text, ago: goal.ago, saidAgo: goal.ago, state: 'open', reason: null }] : []),
    ...(goal.reached !== undefined ? [{ ...same, text: goal.text, ago: goal.reached, saidAgo: goal.ago, state: 'reached', reason: null }] : []),
    ...(goal.aside ? [{ ...same, text: goal.text, ago: goal.aside[0], saidAgo: goal.ago, state: 'aside', reason: goal.aside[1] }] : []),
  ]
  // One after the other: the database counts them.
  for (const [at, { ago: days, saidAgo, ...step }] of steps.entries()) await db.planGoalStep.createMany({ data: [{ ...step, goalId: id, personId, number: at + 1, saidOn: dayToDb(addDays(today, -saidAgo)), recordedBy: userId, recordedAt: on(today, -days) }] })
  return id
}

const on = (today: Day, days: number): Date => momentAt(addDays(today, days), 13, 15)

async function loadAgreement(db: PrismaClient, today: Day, { text, who, whoWords, ago, due, goal, ended, moved, task }: AgreementStory, { personId, userId }: Whose, goals: readonly string[]): Promise<void> {
  const id = crypto.randomUUID()
  await db.planAgreement.createMany({ data: [{ id, personId, goalId: goal === undefined ? null : goals[goal], text, who, whoWords, createdBy: userId, createdAt: on(today, -ago) }] })
  const first = moved ? due - 7 : due
  const steps = [
    { state: 'open', due: first, days: -ago, words: null as string | null },
    ...(moved ? [{ state: 'open', due, days: -moved[0], words: moved[1] }] : []),
    ...(ended ? [{ state: ended[0], due, days: -ended[1], words: ended[2] ?? null }] : []),
  ]
  for (const [at, step] of steps.entries()) await db.planAgreementStep.createMany({ data: [{ agreementId: id, personId, number: at + 1, state: step.state, dueOn: dayToDb(addDays(today, step.due)), words: step.words, recordedBy: userId, recordedAt: on(today, step.days) }] })
  if (task) {
    const made = await db.task.create({ data: { personId, text, dueOn: dayToDb(addDays(today, due)), explanation: [], ownerId: userId, source: 'plan', sourceId: id, createdBy: userId, createdAt: on(today, -ago) } })
    await db.taskEvent.updateMany({ where: { taskId: made.id }, data: { at: on(today, -ago), byUser: userId } })
  }
}

async function loadWeek(db: PrismaClient, today: Day, { ago, weeks, slots }: NonNullable<PlanStory['week']>, { personId, userId }: Whose): Promise<void> {
  const [id, from, at] = [crypto.randomUUID(), addDays(today, -ago), on(today, -ago)]
  await db.planSchedule.createMany({ data: [{ id, personId, fromDay: dayToDb(from), toDay: weeks ? dayToDb(addDays(from, weeks * 7 - 1)) : null, createdBy: userId, createdAt: at }] })
  await db.planSlot.createMany({ data: slots.flatMap(([days, starts, ends, activity, place, company]) => [...days].map((day) => ({ scheduleId: id, personId, weekday: Number(day), starts, ends, activity, place, company, addedBy: userId, addedAt: at }))) })
}

async function loadScreening(db: PrismaClient, today: Day, { ago, yes, no = [], unknown = [] }: ScreeningStory, { personId, userId }: Whose): Promise<void> {
  const id = crypto.randomUUID()
  const [guide] = SCREENING_GUIDES
  const answerTo = (code: string) => (yes.includes(code) ? 'yes' : no.includes(code) ? 'no' : unknown.includes(code) ? 'unknown' : 'not-asked')
  await db.screening.createMany({ data: [{ id, personId, version: guide.version, recordedBy: userId, recordedAt: on(today, -ago) }] })
  await db.screeningAnswer.createMany({ data: guide.questions.map(({ code }) => ({ screeningId: id, personId, question: code, answer: answerTo(code) })) })
}
