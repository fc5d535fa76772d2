import { randomUUID } from 'node:crypto'
import type { AnchorPlace } from '@/lib/audit/seals/anchor'
import { sealNext } from '@/lib/audit/seals/jobs'
import { verifyLog } from '@/lib/audit/seals/verify'
import { findUnusual } from '@/lib/oversight/unusual/writes'
import { addDays, addMonths, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { Prisma, PrismaClient } from '../../generated/client'
import type { History } from '../history/simulate'
import type { DemoStaff } from '../users'
import { logOfTheUnusual } from './unusual'
import { type DemoEvent, logOfWork } from './work'

const MONTHS = 4
/** The copies outside are written by the running product, which finds that it has none. */
const nowhere: AnchorPlace = { write: async () => {}, last: async () => 0, read: async () => ({ anchors: [], broken: 0 }), writePrune: async () => {}, readPrunes: async () => [] }

/** Some months of the log as the work of those months would have left it, the nightly list made from it, a seal over all and the check of last night. */
export async function loadLog(db: PrismaClient, today: Day, { lives, runs }: History, staff: DemoStaff): Promise<void> {
  const events = [...logOfWork(addMonths(today, -MONTHS), today, lives, runs, staff, await caseloads(db)), ...logOfTheUnusual(today, lives, staff), ...(await ofRequests(db, staff)), ...(await ofAddresses(db, today, staff))].sort((a, b) => a.at.getTime() - b.at.getTime())
  await insert(db, events)
  const asJob = <T>(run: (tx: Prisma.TransactionClient) => Promise<T>) => db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('role', 'indgang_worker', true)`
    return run(tx)
  }, { timeout: 60_000 })
  await asJob(async (tx) => {
    await findUnusual(tx, addDays(today, -8))
    await findUnusual(tx, today)
  })
  await insert(db, await judged(db, today, staff))
  await asJob(async (tx) => {
    // Later than every event: a seal never stands before what it covers.
    await sealNext(tx, new Date())
    const { seals, events: sealed, problems } = await verifyLog(tx, nowhere)
    await tx.auditCheck.createMany({ data: [{ seals, events: sealed, problems: problems.length }] })
  })
}

/** Where each is done. What the machine does, and signing in, comes from no page. */
const PAGES: Record<string, string> = {
  'person.viewed': '/people/[personId]', 'person.protected-address-viewed': '/people/[personId]', 'person.assigned-listed': '/people', 'outreach.home': '/', 'outreach.listed': '/outreach', 'outreach.person-viewed': '/outreach', 'attempt.logged': '/outreach', 'letter.returned': '/outreach', 'reply.handled': '/outreach/replies',
  'task.done': '/people/[personId]/tasks', 'talk.held': '/outreach/talks', 'talk.no-show': '/outreach/talks', 'run.created': '/outreach/runs/new', ...Object.fromEntries(['members', 'reviewed', 'released', 'closed'].map((what) => [`run.${what}`, '/outreach/runs/[runId]'])),
  'audit.read': '/audit', 'audit.seals-viewed': '/audit/seals', 'audit.unusual-explained': '/audit/unusual/[entry]', 'audit.unusual-followed': '/audit/unusual/[entry]', 'subject.registered': '/protection/requests/new', 'subject.made': '/protection/requests/[request]', 'subject.handed': '/protection/requests/[request]',
}

async function insert(db: PrismaClient, events: readonly DemoEvent[]): Promise<void> {
  const rows = events.map((event) => ({ id: randomUUID(), ...event }))
  await db.auditEvent.createMany({ data: rows.map(({ id, at, kind, action, by, role, personId, purpose, details }) => ({ id, at, kind, action, actorUserId: by, role, route: PAGES[action], personId, purpose, details: details ?? undefined })) })
  await db.auditSubject.createMany({ data: rows.flatMap(({ id, people }) => [...new Set(people ?? [])].map((personId) => ({ eventId: id, personId }))) })
}

async function caseloads(db: PrismaClient): Promise<Map<string, string[]>> {
  const rows = await db.assignment.findMany({ where: { toDay: null }, select: { userId: true, personId: true }, orderBy: { personId: 'asc' } })
  return new Map([...Map.groupBy(rows, (row) => row.userId)].map(([userId, mine]) => [userId, mine.map((row) => row.personId)]))
}

/** The requests for access, as they were written down and answered. */
async function ofRequests(db: PrismaClient, staff: DemoStaff): Promise<DemoEvent[]> {
  const requests = await db.subjectRequest.findMany({ select: { id: true, personId: true, createdAt: true, madeAt: true } })
  return requests.flatMap(({ id, personId, createdAt, madeAt }): DemoEvent[] => [
    { at: createdAt, kind: 'CHANGE', action: 'subject.registered', by: staff.officer, role: 'DATA_PROTECTION_OFFICER', personId, details: { request: id } },
    ...(madeAt ? (['subject.made', 'subject.handed'] as const).map((action, n): DemoEvent => ({ at: new Date(madeAt.getTime() + n * 900_000), kind: 'DISCLOSURE', action, by: staff.coordinator, role: 'VETERAN_COORDINATOR', personId, details: { request: id } })) : []),
  ])
}

/** Protected addresses in view: whoever is responsible sent a letter, paid a visit or answered an authority. */
async function ofAddresses(db: PrismaClient, today: Day, { coordinator, colleague }: DemoStaff): Promise<DemoEvent[]> {
  const theirs = await db.assignment.findMany({ where: { toDay: null, userId: { in: [coordinator, colleague] }, person: { protection: { in: ['P1', 'P2'] } } }, select: { userId: true, personId: true }, orderBy: { personId: 'asc' }, take: 8 })
  const looks = [['letter', 12], ['visit', 33], ['authority', 61]] as const
  return theirs.flatMap(({ userId, personId }, n) => looks.slice(0, 1 + (n % 3)).map(([purpose, daysAgo]): DemoEvent => ({
    at: momentAt(addDays(today, -daysAgo - n), 10, 5 + n), kind: 'VIEW', action: 'person.protected-address-viewed', by: userId, role: 'VETERAN_COORDINATOR', personId, purpose,
  })))
}

/** What the officer has said of the look-ups of the weeks before. */
async function judged(db: PrismaClient, today: Day, staff: DemoStaff): Promise<DemoEvent[]> {
  const old = await db.unusualLookup.findMany({ where: { day: { lt: dayToDb(addDays(today, -8)) } }, orderBy: { firstAt: 'asc' }, select: { id: true, aboutId: true } })
  const verdicts = [['EXPLAINED', 'Spurgt medarbejderen: Forsvarets vagtcentral ringede samme aften. Passer med kaldslisten.'], ['FOLLOW_UP', 'Medarbejderen husker det ikke. Taler med Lone Fisker på torsdag.']] as const
  const said = old.slice(0, verdicts.length).map((row, n) => ({ ...row, outcome: verdicts[n]![0], note: verdicts[n]![1], at: momentAt(addDays(today, -7), 9, 20 + n * 10) }))
  for (const { id, outcome } of said) await db.unusualLookup.update({ where: { id }, data: { outcome, version: 2 } })
  await db.unusualVerdict.createMany({ data: said.map(({ id, outcome, note, at }) => ({ lookupId: id, outcome, note, decidedBy: staff.officer, decidedAt: at })) })
  return said.map(({ aboutId, outcome, at, id }): DemoEvent => ({ at, kind: 'CHANGE', action: outcome === 'EXPLAINED' ? 'audit.unusual-explained' : 'audit.unusual-followed', by: staff.officer, role: 'DATA_PROTECTION_OFFICER', personId: aboutId, details: { lookup: id } }))
}
