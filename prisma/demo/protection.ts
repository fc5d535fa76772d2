import { createHash, randomBytes } from 'node:crypto'
import type { Say } from '@/lib/oversight/subject-export/document'
import { answerOf } from '@/lib/oversight/subject-export/sql'
import { makeFiles } from '@/lib/oversight/subject-export/writes'
import { addDays, addMonths, type Day, dayFromDb, dayToDb, momentAt } from '@/lib/platform/day'
import da from '@/messages/da/oversight.json'
import type { Prisma, PrismaClient } from '../generated/client'

type Staff = { coordinator: string; manager: string; officer: string }

/** What the data protection officer has on the desk. */
export async function loadProtection(db: PrismaClient, today: Day, staff: Staff): Promise<void> {
  await loadRequests(db, today, staff)
  await loadRetention(db, today, staff)
  await loadBreaches(db, today, staff)
}

/** One breach that came in yesterday and waits for the assessment, and one that was dealt with. */
async function loadBreaches(db: PrismaClient, today: Day, { officer, coordinator }: Staff): Promise<void> {
  const yesterday = addDays(today, -1)
  const person = await db.person.findFirst({ where: { protection: 'P0', mergedIntoId: null, diedOn: null, roles: { some: { kind: 'RELATIVE', toDay: null } } }, select: { id: true }, orderBy: { id: 'asc' } })
  await db.breach.create({ data: {
    title: 'Brev afleveret hos naboen', foundAt: momentAt(yesterday, 10, 15), awareAt: momentAt(yesterday, 11), kinds: ['confidentiality'], people: 1, dataKinds: 'Navn og at personen har været udsendt', createdBy: coordinator, createdAt: momentAt(yesterday, 11, 20),
    happened: 'En borger ringede og fortalte, at naboen havde fået et brev fra veterankoordinatoren i sin postkasse og åbnet det. Adressen på kuverten var rigtig; postbuddet tog fejl.', measures: 'Naboen har afleveret brevet. Borgeren er ringet op.',
    ...(person ? { subjects: { create: { personId: person.id } } } : {}),
  } })
  const before = addDays(today, -120)
  await db.breach.create({ data: {
    title: 'Deltagerliste sendt til alle i stedet for skjult', foundAt: momentAt(before, 14), awareAt: momentAt(before, 14, 30), kinds: ['confidentiality'], people: 23, dataKinds: 'Navn, e-mail og at personen er veteran', createdBy: coordinator, createdAt: momentAt(before, 15),
    happened: 'En invitation til flagdagen blev sendt fra en postkasse uden for Indgang med alle modtagere synlige.', consequences: 'Modtagerne kan se, hvem andre der er veteraner.', measures: 'Modtagerne er bedt om at slette mailen. Invitationer sendes nu kun fra Indgang.', risk: 'RISK', riskReason: 'Oplysningen om at være udsendt kan være følsom for den enkelte, men modtagerne kender hinanden.',
    authorityToldAt: momentAt(addDays(before, 1), 9, 45), authorityReference: '2026-442-00815', closedAt: momentAt(addDays(before, 20), 13), closedBy: officer, learned: 'Invitationer går gennem Indgang, hvor modtagere aldrig ser hinanden. Vejledningen er ændret, og teamet har øvet det.', version: 4,
  } })
}

const POLICY = 'Demo Kommunes slettepolitik, 2026'

/** The municipality decided on some of the rules; a list waits for the manager, and one person's records are held back. */
async function loadRetention(db: PrismaClient, today: Day, { officer, coordinator }: Staff): Promise<void> {
  await db.retentionRule.updateMany({ where: { kind: 'person' }, data: { length: 12, unit: 'MONTH', source: `${POLICY}, punkt 2`, active: true } })
  await db.retentionRule.updateMany({ where: { kind: 'attempt' }, data: { length: 5, unit: 'YEAR', source: `${POLICY}, punkt 4`, active: true } })
  await db.retentionRule.updateMany({ where: { kind: 'import_row' }, data: { length: 1, unit: 'YEAR', source: `${POLICY}, punkt 6`, active: true, archive: false } })
  const due = await db.$queryRaw<{ id: string; anchor: Date }[]>`SELECT row_key::text AS id, anchor_on AS anchor FROM access.retention_candidates() WHERE kind = 'person' AND anchor_on + interval '12 months' < ${today}::date ORDER BY anchor_on, row_key`
  const [held, ...going] = due
  if (held) await db.legalHold.create({ data: { personId: held.id, reason: 'Arvesag: skifteretten har bedt om aktindsigt', reviewOn: dayToDb(addDays(today, 60)), createdBy: coordinator, createdAt: momentAt(addDays(today, -20), 11) } })
  if (going.length === 0) return
  const run = await db.retentionRun.create({ data: { asOf: dayToDb(addDays(today, -1)), proposedBy: officer, proposedAt: momentAt(addDays(today, -1), 14) } })
  await db.retentionItem.createMany({ data: going.map(({ id, anchor }) => ({ runId: run.id, kind: 'person', rowKey: id, personId: id, anchorOn: anchor, dueOn: dayToDb(addMonths(dayFromDb(anchor), 12)), archive: true })) })
}

/** Requests for access: one answered and two running. */
async function loadRequests(db: PrismaClient, today: Day, staff: Staff): Promise<void> {
  const people = await db.person.findMany({ where: { protection: 'P0', mergedIntoId: null, diedOn: null, roles: { some: { kind: 'VETERAN', toDay: null } }, attempts: { some: { note: { not: null } } }, assignments: { none: {} } }, select: { id: true }, orderBy: { id: 'asc' }, take: 40 })
  const [answered, soon, fresh] = [people[7]?.id, people[19]?.id, people[31]?.id]
  if (!answered || !soon || !fresh) return
  const asked = (personId: string, daysAgo: number, more: Partial<Prisma.SubjectRequestCreateManyInput> = {}): Prisma.SubjectRequestCreateManyInput => {
    const receivedOn = addDays(today, -daysAgo)
    return { personId, askedBy: 'self', askedHow: 'digital-post', identity: 'Skrev fra sin egen digitale postkasse', receivedOn: dayToDb(receivedOn), dueOn: dayToDb(addMonths(receivedOn, 1)), createdBy: staff.officer, createdAt: momentAt(receivedOn, 13), ...more }
  }
  await db.subjectRequest.createMany({ data: [
    asked(soon, 27),
    asked(fresh, 6, { askedBy: 'representative', askedHow: 'letter', identity: 'Fuldmagt til søsteren set og gemt' }),
  ] })
  const done = await db.subjectRequest.create({ data: asked(answered, 70) as Prisma.SubjectRequestUncheckedCreateInput })
  await handOut(db, done.id, answered, staff.coordinator, addDays(today, -52))
}

/** The texts without the translator, which the loader of the demo cannot load: names in braces are all that these need. */
const text = (key: string) => key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], da.subject)
const say: Say = Object.assign((key: string, values: Record<string, string | number> = {}) => String(text(key) ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')), { has: (key: string) => typeof text(key) === 'string' })

/** Made as the coordinator makes it, with the coordinator's own eyes. */
async function handOut(db: PrismaClient, id: string, personId: string, by: string, day: Day): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const until = new Date(Date.now() + 600_000)
  const session = await db.session.create({ data: { userId: by, tokenHash: new Uint8Array(createHash('sha256').update(token).digest()), device: 'demo', expiresAt: until, idleExpiresAt: until } })
  const name = (await db.municipality.findFirstOrThrow()).name
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('role', 'indgang_app', true), set_config('app.session', ${token}, true)`
    const { parts } = await answerOf(tx, { id, personId })
    const files = await makeFiles(tx, parts, { t: say, id, personId, by, locale: 'da', now: momentAt(day, 10), municipality: name })
    await tx.subjectRequest.updateMany({ where: { id }, data: { ...files, madeAt: momentAt(day, 10), madeBy: by, handedOn: dayToDb(day), handedBy: by, handedHow: 'digital-post', version: 2 } })
  }, { timeout: 60_000 })
  await db.session.delete({ where: { id: session.id } })
}
