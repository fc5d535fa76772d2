import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { readPublic } from '@/lib/access/read'
import { newReplyCode, newToken, sha256 } from '@/lib/platform/crypto/tokens'
import { readQuestion } from '@/lib/volunteering/matching/asking/question-page'
import { listMatches, openMatch } from '@/lib/volunteering/matches/queries'
import { listWaiting } from '@/lib/volunteering/matching/waiting/queries'
import { ownFeed } from '@/lib/volunteering/own/calendar/writes'
import { ownFacts, ownMatch, ownPage } from '@/lib/volunteering/own/queries'
import type { PrismaClient } from '@/prisma/generated/client'
import type { Random } from '@/tests/support/random'
import { signedIn } from './session'

/** One citizen with a name nobody else has, whom one volunteer goes along to a meeting with, and who waits for another; and both consents. */
type World = { /** Of their calendar's address. */ feed: string; /** The match to the meeting. */ alongId: string; marker: string; personId: string; matchId: string; code: string; volunteer: Actor; lead: Actor; toVolunteer: string; toUnit: string }
/** When whoever withdrew had been told that it is done, by the database's own clock and to the microsecond. */
export type Over = { personId: string; at: string }
export type Bites = { races: number; reads: number; shown: number; late: number; surfaces: Record<string, number> }

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

export async function makeWorld(db: PrismaClient, client: pg.Client, unitId: string, leadId: string, random: Random): Promise<World> {
  const marker = `Zq${randomBytes(5).toString('hex')}`
  // Nothing of the volunteer's own may be taken for the citizen's.
  const [by, own] = [{ recordedBy: leadId }, `v${randomBytes(6).toString('hex')}@volunteer.invalid`]
  const person = await db.person.create({ data: { firstName: marker, lastName: marker, registeredOn: new Date('2025-01-01'), source: 'test', digitalPost: 'EXEMPT', contactPoints: { create: { kind: 'PHONE', value: `+45${10_000_000 + random.int(80_000_000)}`, allowed: true, source: 'test' } } } })
  const user = await db.user.create({ data: { email: own, name: 'Frivillig', grants: { create: { role: 'VOLUNTEER', fromDay: new Date('2020-01-01') } } } })
  const { id: volunteerId } = await db.volunteer.create({ data: { firstName: 'Test', lastName: 'Frivillig', phone: '+4520000000', email: own, roles: ['visitor'], areas: [], times: [], experience: [], source: 'form', agreedAt: new Date(), capacity: 3, steps: { create: [{ number: 1, step: 'active', onDay: dayToDb(today()), ...by }] }, logins: { create: { userId: user.id, openedBy: leadId } } } })
  const request = (state: 'met' | 'waiting', roleCode: string, id = randomUUID()) => db.volunteerRequest.create({ data: { id, personId: person.id, roleCode, forMeeting: roleCode === 'companion', since: dayToDb(today()), times: [], areas: [], languages: ['da-native'], challenges: [], words: marker, createdBy: leadId, states: { create: [{ personId: person.id, number: 1, state: 'waiting', ...by }, ...(state === 'met' ? [{ personId: person.id, number: 2, state, ...by }] : [])] } } })
  const [met, waits, code, along] = [await request('met', 'visitor'), await request('waiting', 'mentor'), newReplyCode(), { id: randomUUID() }]
  const { id: matchId } = await db.volunteerMatch.create({ data: { requestId: met.id, volunteerId, personId: person.id, roleCode: 'visitor', startedOn: dayToDb(addDays(today(), -9)), startedBy: leadId } })
  const starts = new Date(Date.now() + 3 * 86_400_000)
  await db.$transaction([request('met', 'companion', along.id), db.companionMeeting.create({ data: { personId: person.id, requestId: along.id, what: marker, place: marker, postcode: '8900', startsAt: starts, endsAt: new Date(starts.getTime() + 3_600_000), travelMinutes: 30, personLanguage: 'da', meetingLanguage: 'da', mayKnow: [], agreedRole: 'listener', createdBy: leadId } })])
  const { id: alongId } = await db.volunteerMatch.create({ data: { requestId: along.id, volunteerId, personId: person.id, roleCode: 'companion', startedOn: dayToDb(today()), startedBy: leadId } })
  const feed = newToken()
  await db.calendarFeed.create({ data: { userId: user.id, tokenHash: sha256(feed) } })
  await db.volunteerPairStep.create({ data: { requestId: waits.id, volunteerId, personId: person.id, number: 1, step: 'asked', onDay: dayToDb(today()), ...by } })
  await db.volunteerQuestion.create({ data: { requestId: waits.id, volunteerId, personId: person.id, number: 1, side: 'person', codeHash: sha256(code), expiresOn: dayToDb(addDays(today(), 9)) } })
  const consent = (data: object) => db.consent.create({ data: { personId: person.id, purpose: 'referral', how: 'spoken', wording: 'Sætningen, de hørte', givenOn: dayToDb(today()), expiresOn: dayToDb(addDays(today(), 90)), ...by, fields: ['needs'], ...data } })
  const [toVolunteer, toUnit] = [await consent({ recipientName: 'Test Frivillig', recipientVolunteerId: volunteerId, fields: ['contact'] }), await consent({ recipientUnitId: unitId })]
  return { feed, alongId, marker, personId: person.id, matchId, code, volunteer: await signedIn(client, user.id), lead: await signedIn(client, leadId), toVolunteer: toVolunteer.id, toUnit: toUnit.id }
}

/** Every way a name, a number or a need of somebody reaches a volunteer, or whoever leads them, by this consent; mails are counted apart. */
function surfaces(world: World, what: 'volunteer' | 'unit'): [string, () => Promise<unknown>][] {
  if (what === 'volunteer') return [['page', () => ownPage(world.volunteer, 'da').then((page) => page?.matches)], ['match', () => ownMatch(world.volunteer, world.matchId, 'da')], ['calendar', () => ownFacts(world.volunteer, 'da').then((found) => found?.going)], ['feed', () => ownFeed(world.feed)]]
  return [['list', () => listMatches(world.lead, today(), { tab: 'running', page: 1 })], ['open', () => openMatch(world.lead, world.matchId, today())], ['waiting', () => listWaiting(world.lead, today())], ['link', () => readPublic(world.code, readQuestion)]]
}

/** Readers that never stop, and at a random moment the withdrawal. What begins after its commit must show nothing; `commit` false is a product in which it never reached the database. */
export async function race(owner: pg.Pool, world: World, random: Random, commit = true): Promise<Bites & { over: Over | null }> {
  const what = random.chance(0.6) ? ('volunteer' as const) : ('unit' as const)
  const bites: Bites = { races: 1, reads: 0, shown: 0, late: 0, surfaces: {} }
  let committedAt = Infinity
  let over: Over | null = null
  const reader = async ([name, read]: [string, () => Promise<unknown>]) => {
    for (let after = 0; after < 3;) {
      const began = performance.now()
      const found = JSON.stringify((await read().catch(() => null)) ?? null)
      // The link tells the citizen their own question: it is open or not.
      // A calendar holds no name: that there is a meeting at all.
      const shows = name === 'link' ? found !== 'null' : found.includes(name === 'calendar' || name === 'feed' ? world.alongId : world.marker)
      bites.reads++
      if (began > committedAt) after++
      if (shows) { bites.shown++; if (began > committedAt) { bites.late++; bites.surfaces[name] = (bites.surfaces[name] ?? 0) + 1 } }
    }
  }
  const withdraw = async () => {
    await pause(10 + random.int(60))
    if (commit) await owner.query('INSERT INTO consent_withdrawal (id, consent_id, person_id, withdrawn_on, how, recorded_by) VALUES ($1, $2, $3, current_date, $4, $5)', [randomUUID(), what === 'volunteer' ? world.toVolunteer : world.toUnit, world.personId, 'spoken', world.lead.userId])
    committedAt = performance.now()
    if (commit && what === 'volunteer') over = { personId: world.personId, at: (await owner.query<{ at: string }>('SELECT clock_timestamp()::text AS at')).rows[0]?.at ?? '' }
  }
  await Promise.all([...surfaces(world, what).map(reader), withdraw()])
  return { ...bites, over }
}

/** Questions to either side whose transaction began after the volunteer's consent was withdrawn. The timestamp of a commit would not do: it is taken before the commit reaches the disk, which on a busy machine lasts longer than any margin. */
export async function mailedLate(owner: pg.Pool, over: readonly Over[]): Promise<{ sent: number; late: number }> {
  const { rows } = await owner.query<{ sent: number; late: number }>(
    `SELECT count(*)::int AS sent, count(*) FILTER (WHERE c.created_at > o.at)::int AS late FROM volunteer_check_in c LEFT JOIN unnest($1::uuid[], $2::timestamptz[]) AS o (person_id, at) ON o.person_id = c.person_id`, [over.map(({ personId }) => personId), over.map(({ at }) => at)])
  return rows[0] ?? { sent: 0, late: 0 }
}
