import { randomUUID } from 'node:crypto'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { times } from '@/lib/volunteering/volunteers/rules'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import { type Random, randomFrom } from './random'

/** What was planted, as it was meant: nothing of it is read back, so that what the product answers can be held against it. */
export type PlantedOne = { request: string; person: string; role: string; /** A consent that holds, of nobody protected. */ known: boolean }
export type PlantedOther = { id: string; roles: string[]; active: boolean; cleared: boolean; lapsed: boolean; capacity: number; monthly: number | null }
export type PlantedMatching = { waiting: PlantedOne[]; helpers: PlantedOther[]; /** 'request volunteer': family, one home or the caseworker’s own. */ close: Set<string>; /** Turned down for good. */ refused: Set<string>; /** A match runs between the two, of another request. */ matched: Set<string>; /** Matches that run, by volunteer. */ running: Map<string, number> }

const ROLES = ['mentor', 'companion', 'visitor'] as const
const PAPERS = ['confidentiality', 'criminal-record']
const some = <T>(random: Random, all: readonly T[], share: number): T[] => all.filter(() => random.chance(share))

/** People who wait and volunteers, with all that can stand between them, in some twenty statements whatever their number. `by`: whoever leads volunteers in `unit`. */
export async function plantMatching(db: PrismaClient, { unit, by }: { unit: string; by: string }, { seed, people, volunteers, plain = false }: { seed: number; people: number; volunteers: number; /** Everybody agreed and everybody is ready: for measuring. */ plain?: boolean }): Promise<PlantedMatching> {
  const random = randomFrom(seed)
  const [day, now] = [today(), new Date()]
  const unless = (share: number) => !plain && random.chance(share)
  const persons: Prisma.PersonCreateManyInput[] = [], requests: Prisma.VolunteerRequestCreateManyInput[] = [], consents: Prisma.ConsentCreateManyInput[] = [], waiting: PlantedOne[] = []
  for (let at = 0; at < people; at++) {
    const [person, request, role] = [randomUUID(), randomUUID(), random.pick(ROLES)]
    const [hidden, agreed] = [unless(0.08), !unless(0.12)]
    persons.push({ id: person, firstName: 'Venter', lastName: `Nummer${at}`, registeredOn: dayToDb(day), source: 'test', digitalPost: 'EXEMPT', protection: hidden ? random.pick(['P1', 'P2', 'P3'] as const) : 'P0' })
    requests.push({
      id: request, personId: person, roleCode: role, since: dayToDb(addDays(day, -random.int(300))), times: some(random, times, 0.2), areas: [], languages: random.chance(0.8) ? ['da-native'] : ['ar-native', 'da-some'], challenges: random.chance(0.4) ? ['deployment'] : [], createdBy: by,
      ...(random.chance(0.3) && { ageFrom: 30, ageTo: 60 }),
    })
    if (agreed) consents.push({ personId: person, purpose: 'referral', recipientUnitId: unit, fields: ['needs'], how: 'written', wording: 'Vi må fortælle det', givenOn: dayToDb(addDays(day, -9)), expiresOn: dayToDb(addDays(day, unless(0.05) ? -1 : 90)), recordedBy: by })
    waiting.push({ request, person, role, known: agreed && !hidden && consents.at(-1)?.expiresOn !== undefined && new Date(consents.at(-1)?.expiresOn ?? 0) >= dayToDb(day) })
  }
  const associations = [randomUUID(), randomUUID()]
  const rows: Prisma.VolunteerCreateManyInput[] = [], steps: Prisma.VolunteerStepCreateManyInput[] = [], papers: Prisma.VolunteerPaperCreateManyInput[] = [], languages: Prisma.VolunteerLanguageCreateManyInput[] = [], helpers: PlantedOther[] = []
  for (let at = 0; at < volunteers; at++) {
    const [id, stands, expired, by_] = [randomUUID(), unless(0.15) ? random.pick(['cleared', 'paused', 'ended'] as const) : 'active', unless(0.1), unless(0.15) ? random.int(2) : null]
    const one: PlantedOther = { id, roles: some(random, ROLES, 0.6), active: stands === 'active', cleared: !expired, lapsed: by_ === 1, capacity: plain ? 1 + random.int(3) : random.int(4), monthly: unless(0.3) ? random.int(3) : null }
    rows.push({ id, firstName: 'Hjælper', lastName: `Nummer${at}`, phone: '+4520000000', roles: one.roles, areas: [], times: some(random, times, 0.25), experience: random.chance(0.3) ? ['deployment'] : [], birthYear: 1950 + random.int(50), capacity: one.capacity, monthlyLimit: one.monthly, source: 'form', agreedAt: now, associationId: by_ === null ? null : (associations[by_] ?? null) })
    steps.push({ volunteerId: id, number: 1, step: stands, onDay: dayToDb(addDays(day, -30)), recordedBy: by, ...(stands === 'ended' && { reason: 'wish' }), ...(stands === 'paused' && { untilDay: dayToDb(addDays(day, 30)) }) })
    for (const [nth, kindCode] of PAPERS.entries()) papers.push({ volunteerId: id, kindCode, number: 1, state: 'approved', onDay: dayToDb(addDays(day, -400)), expiresOn: nth === 0 ? null : dayToDb(addDays(day, expired ? -1 : 200)), recordedBy: by })
    languages.push({ volunteerId: id, language: random.chance(0.8) ? 'da' : 'ar', level: 'native' })
    helpers.push(one)
  }
  await db.person.createMany({ data: persons })
  await db.volunteerRequest.createMany({ data: requests })
  await db.volunteerRequestState.createMany({ data: requests.map(({ id, personId }) => ({ requestId: id ?? '', personId, number: 1, state: 'waiting', recordedBy: by })) })
  await db.consent.createMany({ data: consents })
  await db.association.createMany({ data: associations.map((id) => ({ id, name: 'Foreningen', kind: 'social', createdBy: by })) })
  await db.partnership.createMany({ data: associations.map((associationId, at) => ({ associationId, number: 1, fromDay: dayToDb(addDays(day, -200)), toDay: dayToDb(addDays(day, at === 1 ? -1 : 100)), responsibilities: 'Kommunen finder, foreningen følger', recordedBy: by })) })
  await db.volunteer.createMany({ data: rows })
  await db.volunteerStep.createMany({ data: steps })
  await db.volunteerPaper.createMany({ data: papers })
  await db.volunteerTraining.createMany({ data: rows.map(({ id }) => ({ volunteerId: id ?? '', kind: 'course', title: 'Grundkursus', onDay: dayToDb(addDays(day, -300)), recordedBy: by })) })
  await db.volunteerLanguage.createMany({ data: languages })
  return { waiting, helpers, ...(plain ? { close: new Set<string>(), refused: new Set<string>(), matched: new Set<string>(), running: new Map<string, number>() } : await plantBetween(db, random, by, waiting, helpers)) }
}

/** Volunteers who are citizens as well, close to some who wait in each of the ways there are; and pairs that were turned down for good. */
async function plantBetween(db: PrismaClient, random: Random, by: string, waiting: PlantedOne[], helpers: PlantedOther[]): Promise<Omit<PlantedMatching, 'waiting' | 'helpers'>> {
  const day = today()
  const [close, refused] = [new Set<string>(), new Set<string>()]
  const persons: Prisma.PersonCreateManyInput[] = [], ties: Prisma.VolunteerTieCreateManyInput[] = [], relations: Prisma.RelationCreateManyInput[] = [], users: Prisma.UserCreateManyInput[] = [], assignments: Prisma.AssignmentCreateManyInput[] = [], pairs: Prisma.VolunteerPairStepCreateManyInput[] = []
  for (const [at, one] of helpers.entries()) {
    if (waiting.length === 0 || !random.chance(0.3)) continue
    const [self, other] = [randomUUID(), random.pick(waiting)]
    persons.push({ id: self, firstName: 'Hjælper', lastName: `Nummer${at}`, registeredOn: dayToDb(day), source: 'test', digitalPost: 'EXEMPT' })
    ties.push({ volunteerId: one.id, personId: self, tiedBy: by })
    const way = random.int(5)
    if (way === 0) relations.push({ personId: other.person, relatedPersonId: self, kind: 'SIBLING' })
    if (way === 1) relations.push({ personId: self, relatedPersonId: other.person, kind: 'FRIEND', livesTogether: true })
    if (way === 2) {
      const user = randomUUID()
      users.push({ id: user, email: `${user}@test.invalid`, name: 'Test', personId: self })
      assignments.push({ personId: other.person, userId: user, reason: 'test', fromDay: dayToDb(addDays(day, -9)) })
    }
    // A friend is nobody's family, and forbids nothing.
    if (way === 3) relations.push({ personId: self, relatedPersonId: other.person, kind: 'FRIEND' })
    if (way < 3) for (const each of waiting) if (each.person === other.person) close.add(`${each.request} ${one.id}`)
  }
  for (const one of waiting) for (const other of some(random, helpers, 0.02)) {
    refused.add(`${one.request} ${other.id}`)
    pairs.push({ requestId: one.request, volunteerId: other.id, personId: one.person, number: 1, step: 'turned-down', cause: random.pick(['chemistry', 'wish']), fieldState: '', onDay: dayToDb(addDays(day, -3)), recordedBy: by })
  }
  await db.person.createMany({ data: persons })
  await db.user.createMany({ data: users })
  await db.volunteerTie.createMany({ data: ties })
  await db.relation.createMany({ data: relations })
  await db.assignment.createMany({ data: assignments })
  await db.volunteerPairStep.createMany({ data: pairs })
  return { close, refused, ...(await plantMatches(db, random, by, waiting, helpers)) }
}

/** Matches of a request that was met before, of people who wait for somebody else now. */
async function plantMatches(db: PrismaClient, random: Random, by: string, waiting: PlantedOne[], helpers: PlantedOther[]): Promise<Pick<PlantedMatching, 'matched' | 'running'>> {
  const [matched, running, met] = [new Set<string>(), new Map<string, number>(), some(random, waiting, 0.3)]
  const made = met.flatMap((one) => {
    const other = helpers.find(({ active, capacity, id }) => active && capacity > (running.get(id) ?? 0) && random.chance(0.2))
    if (!other) return []
    matched.add(`${one.request} ${other.id}`)
    running.set(other.id, (running.get(other.id) ?? 0) + 1)
    return [{ requestId: randomUUID(), volunteerId: other.id, personId: one.person }]
  })
  const on = dayToDb(addDays(today(), -20))
  await db.volunteerRequest.createMany({ data: made.map(({ requestId: id, personId }) => ({ id, personId, roleCode: 'host', since: on, createdBy: by })) })
  for (const [at, state] of ['waiting', 'met'].entries()) await db.volunteerRequestState.createMany({ data: made.map(({ requestId, personId }) => ({ requestId, personId, number: at + 1, state, recordedBy: by })) })
  await db.volunteerMatch.createMany({ data: made.map((one) => ({ ...one, roleCode: 'host', startedOn: on, startedBy: by })) })
  return { matched, running }
}
