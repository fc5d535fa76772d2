import { addDays, addMonths, type Day, dayToDb } from '@/lib/platform/day'
import { times } from '@/lib/volunteering/volunteers/rules'
import type { Prisma, PrismaClient } from '../../generated/client'
import { writtenAt } from '../moments'
import { randomFor } from '../random'
import type { DemoStaff } from '../users'
import { loadGroupCitizens } from './groups'
import { WAITS_FOR } from './words'

const ROLES: readonly (readonly [string, number])[] = [['mentor', 5], ['companion', 4], ['peer', 5], ['visitor', 2]]
const LONGEST_DAYS = 220

/** Veterans who wait for a volunteer, and what they have agreed to: most of them that their name and needs reach the volunteers, some the name alone, some nothing yet. */
export async function loadRequests(db: PrismaClient, today: Day, many: number, staff: DemoStaff): Promise<void> {
  const unit = await db.unit.findFirstOrThrow({ where: { kind: 'VOLUNTEERING' }, select: { id: true, nameDa: true } })
  const areas = await db.localArea.findMany({ select: { code: true }, orderBy: { position: 'asc' } })
  const people = await db.person.findMany({ where: { protection: 'P0', shielded: false, diedOn: null, mergedIntoId: null, consents: { none: {} }, roles: { some: { kind: 'VETERAN', toDay: null } } }, select: { id: true, language: true }, orderBy: { id: 'asc' }, skip: 60, take: many })
  const requests: Prisma.VolunteerRequestCreateManyInput[] = [], states: Prisma.VolunteerRequestStateCreateManyInput[] = [], consents: Prisma.ConsentCreateManyInput[] = []
  for (const [nth, { id: personId, language }] of people.entries()) {
    const draw = randomFor(`volunteer request ${nth}`)
    const [id, since] = [draw.uuid(), addDays(today, -draw.between(2, LONGEST_DAYS))]
    const told = draw.weighted([['needs', 7], ['name', 1], ['nothing', 2]] as const)
    const given = { createdBy: staff.coordinator, createdAt: writtenAt(since, 13, 40) }
    requests.push({
      id, personId, roleCode: draw.weighted(ROLES), since: dayToDb(since), times: draw.shuffled(times).slice(0, draw.between(1, 5)).sort(), areas: areas.length > 0 && draw.chance(0.7) ? [draw.pick(areas).code] : [], languages: [...new Set([`${language}-native`, ...(language === 'da' ? [] : ['da-some'])])],
      challenges: draw.chance(0.6) ? [draw.pick(['deployment', 'alone', 'illness', 'unemployment'])] : [], ...(draw.chance(0.3) && { ageFrom: 35, ageTo: 65 }), words: draw.chance(0.8) ? draw.pick(WAITS_FOR) : null, ...given,
    })
    states.push({ requestId: id, personId, number: 1, state: 'waiting', recordedBy: given.createdBy, recordedAt: given.createdAt })
    if (told !== 'nothing') consents.push({
      personId, purpose: 'referral', recipientUnitId: unit.id, fields: told === 'needs' ? ['needs'] : [], how: 'spoken', evidence: 'Sagt i samtalen, hvor vi talte om en frivillig', givenOn: dayToDb(since), expiresOn: dayToDb(addDays(addMonths(since, 12), -1)), recordedBy: given.createdBy, recordedAt: given.createdAt,
      wording: `Vi må fortælle ${unit.nameDa} dit navn${told === 'needs' ? ' og dit sprog og de hensyn, du har brug for,' : ''} for at henvise dig til et tilbud. Du kan til enhver tid sige til, at du ikke længere vil, og så stopper det med det samme.`,
    })
  }
  await db.volunteerRequest.createMany({ data: requests })
  await db.volunteerRequestState.createMany({ data: states })
  await db.consent.createMany({ data: consents })
  await loadGroupCitizens(db, today, people.map(({ id }) => id), staff.coordinator)
  await loadAsked(db, today, requests.filter(({ personId }) => consents.some((one) => one.personId === personId)))
}

/** A few who were asked lately and have not answered. */
async function loadAsked(db: PrismaClient, today: Day, requests: readonly Prisma.VolunteerRequestCreateManyInput[]): Promise<void> {
  const lead = await db.user.findFirstOrThrow({ where: { email: 'frivilligleder@demo.invalid' }, select: { id: true } })
  const active = await db.volunteer.findMany({ where: { number: { gt: 1001 }, steps: { some: { step: 'active' }, none: { step: { in: ['paused', 'ended'] } } } }, select: { id: true, roles: true, email: true }, orderBy: { number: 'asc' } })
  const taken = new Set<string>()
  // Whoever allows e-mail has had the question by mail as well; the others are rung.
  const mailed = new Set((await db.contactPoint.findMany({ where: { kind: 'EMAIL', allowed: true, personId: { in: requests.map(({ personId }) => personId) } }, select: { personId: true } })).map(({ personId }) => personId))
  for (const [nth, { id: requestId, personId, roleCode }] of requests.filter((_, at) => at % 4 === 1).entries()) {
    const found = active.find(({ id, roles }) => !taken.has(id) && roles.includes(roleCode))
    if (!found || !requestId) continue
    taken.add(found.id)
    const on = addDays(today, -(1 + (nth % 6)))
    await db.volunteerPairStep.createMany({ data: [{ requestId, volunteerId: found.id, personId, number: 1, step: 'asked', onDay: dayToDb(on), recordedBy: lead.id, recordedAt: writtenAt(on, 10, 20) }] })
    const asked = { requestId, volunteerId: found.id, personId, number: 1 }
    const sides = [...(found.email ? ['volunteer' as const] : []), ...(mailed.has(personId) ? ['person' as const] : [])]
    await db.volunteerQuestion.createMany({ data: sides.map((side) => ({ ...asked, side, codeHash: new Uint8Array(Buffer.from(`${requestId}${found.id}${side}`)), expiresOn: dayToDb(addDays(on, 21)), createdAt: writtenAt(on, 10, 20) })) })
    if (nth % 3 === 0) await db.volunteerAnswer.createMany({ data: [{ ...asked, side: 'volunteer', yes: true, how: 'link', recordedAt: writtenAt(on, 19, 40) }] })
  }
}
