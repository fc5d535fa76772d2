import { addDays, addYears, type Day, dayToDb, lastOfMonth, partsOf } from '@/lib/platform/day'
import type { StepKind } from '@/lib/volunteering/path/rules'
import { type Experience, times } from '@/lib/volunteering/volunteers/rules'
import type { Prisma, PrismaClient } from '../../generated/client'
import { writtenAt } from '../moments'
import { firstName, lastName, mailName } from '../names'
import { placeIn } from '../places'
import { randomFor } from '../random'
import { loadAssociations } from './associations'
import { loadExpenses } from './expenses'
import { loadGroups } from './groups'
import { pathOf } from './path'
import { loadRecognition, sinceOf } from './recognition'
import { LIMITS, SKILLS } from './words'

/** Every stage stands among the first few, so that a small demo has somebody in each; then by how many there usually are. */
const FIRST: readonly StepKind[] = ['active', 'interested', 'interested', 'invited', 'talked', 'talked', 'cleared', 'active', 'active', 'active', 'paused', 'ended']
const USUAL: readonly (readonly [StepKind, number])[] = [['interested', 8], ['invited', 3], ['talked', 8], ['cleared', 3], ['active', 58], ['paused', 8], ['ended', 12]]
const ROLE_WEIGHTS: readonly (readonly [string, number])[] = [['mentor', 6], ['companion', 6], ['host', 4], ['friend-family', 3], ['peer', 2], ['homework', 4], ['visitor', 4]]
const LANGUAGES: readonly (readonly [string, number])[] = [['en', 8], ['de', 4], ['ar', 3], ['fa', 2], ['uk', 2], ['tr', 2], ['so', 1], ['pl', 2], ['bs', 2]]
const EXPERIENCES: readonly (readonly [Experience, number])[] = [['unemployment', 3], ['illness', 3], ['flight', 2], ['relative', 2], ['loss', 2], ['alone', 2], ['addiction', 1]]

/** Believable volunteers in every step of the way, and the associations some of them come by. The first is the one who signs in as volunteer. */
export async function loadVolunteers(db: PrismaClient, today: Day, many: number): Promise<void> {
  const lead = (await db.user.findFirstOrThrow({ where: { email: 'frivilligleder@demo.invalid' }, select: { id: true } })).id
  const [roles, areas] = [await db.volunteerRole.findMany(), await db.localArea.findMany()]
  const volunteers: Prisma.VolunteerCreateManyInput[] = [], languages: Prisma.VolunteerLanguageCreateManyInput[] = []
  const rows = { steps: [] as Record<string, unknown>[], papers: [] as Record<string, unknown>[], trainings: [] as Record<string, unknown>[] }
  for (let nth = 0; nth < many; nth++) {
    const draw = randomFor(`volunteer ${nth}`)
    const stage = FIRST[nth] ?? draw.weighted(USUAL)
    const birth = addDays(addYears(today, -draw.weighted([[draw.between(17, 25), 2], [draw.between(26, 59), 4], [draw.between(60, 78), 5]])), -draw.between(0, 364))
    const [given, family] = nth === 0 ? ['Poul', 'Vestergaard'] : [firstName(draw, draw.chance(0.6) ? 'F' : 'M', birth), lastName(draw)]
    const wanted = new Set([draw.weighted(ROLE_WEIGHTS), ...(draw.chance(0.4) ? [draw.weighted(ROLE_WEIGHTS)] : [])])
    const [place, hidden, id] = [placeIn(draw), draw.chance(0.03), draw.uuid()]
    const near = areas.find(({ postcodes }) => postcodes.includes(place.postcode))
    const made = pathOf(draw, today, id, lead, { stage, roles: roles.filter(({ code }) => wanted.has(code)), since: sinceOf(nth, today, lastOfMonth(today)) })
    const talked = !['interested', 'invited'].includes(stage)
    volunteers.push({
      id, number: 1001 + nth, firstName: given, lastName: family, birthYear: draw.chance(0.8) ? partsOf(birth).year : null, email: nth === 0 ? 'frivillig@demo.invalid' : draw.chance(0.9) ? `${mailName(given)}.${mailName(family)}${nth}@frivillig.invalid` : null, phone: `+45${draw.pick(['26', '28'])}00${String(1000 + nth)}`,
      language: draw.chance(0.04) ? 'en' : 'da', postcode: hidden ? null : place.postcode, addressProtected: hidden, roles: roles.map(({ code }) => code).filter((code) => wanted.has(code)), areas: [...new Set([...(near ? [near.code] : []), ...(draw.chance(0.3) && areas.length > 0 ? [draw.pick(areas).code] : [])])],
      times: draw.shuffled(times).slice(0, draw.between(1, 6)).sort(), experience: talked && (wanted.has('peer') || draw.chance(0.35)) ? [wanted.has('peer') ? 'deployment' : draw.weighted(EXPERIENCES)] : [], skills: draw.chance(0.85) ? draw.pick(SKILLS) : null, limits: talked && draw.chance(0.3) ? draw.pick(LIMITS) : null,
      capacity: draw.weighted([[1, 6], [2, 3], [3, 1]]), monthlyLimit: talked && draw.chance(0.3) ? draw.pick([1, 1, 2]) : null, background: randomFor(`background ${nth}`).weighted([[null, 5], ['danish', 4], ['other', 1]] as const), source: 'form', agreedAt: made.began, createdAt: made.began,
    })
    languages.push({ volunteerId: id, language: 'da', level: draw.chance(0.9) ? 'native' : 'good' })
    if (draw.chance(0.5)) languages.push({ volunteerId: id, language: draw.weighted(LANGUAGES), level: draw.pick(['some', 'good', 'good', 'native']) })
    for (const key of ['steps', 'papers', 'trainings'] as const) rows[key].push(...made[key])
  }
  await db.volunteer.createMany({ data: volunteers })
  await db.volunteerLanguage.createMany({ data: languages })
  await db.volunteerStep.createMany({ data: rows.steps as Prisma.VolunteerStepCreateManyInput[] })
  await db.volunteerPaper.createMany({ data: rows.papers as Prisma.VolunteerPaperCreateManyInput[] })
  await db.volunteerTraining.createMany({ data: rows.trainings as Prisma.VolunteerTrainingCreateManyInput[] })
  await loadReminders(db, today)
  await loadLogins(db, today, lead)
  await loadAssociations(db, today, many > 100 ? 600 : 12, lead)
  await loadExpenses(db, today, lead)
  await loadRecognition(db, today, lead)
  await loadGroups(db, today, lead)
  // The next who comes forward is called the number after the last of these.
  await db.$executeRaw`SELECT setval('volunteer_number_seq', ${1000 + many}::bigint)`
}

/** Some were reminded of the paper that is missing or runs out, a week or two ago. */
async function loadReminders(db: PrismaClient, today: Day): Promise<void> {
  await db.$executeRaw`INSERT INTO volunteer_reminder (volunteer_id, on_day, about, sent_at) SELECT v.id, d.day, ARRAY[CASE s.step WHEN 'talked' THEN 'paper' ELSE 'renewal' END], d.day + time '08:40' FROM volunteer v
    JOIN LATERAL (SELECT n.step, n.on_day FROM volunteer_step n WHERE n.volunteer_id = v.id ORDER BY n.number DESC LIMIT 1) s ON true CROSS JOIN LATERAL (SELECT ${dayToDb(today)}::date - (5 + v.number % 12)) d(day)
    WHERE v.email IS NOT NULL AND d.day >= s.on_day + 7 AND (s.step = 'talked' AND EXISTS (SELECT 1 FROM volunteer_paper p WHERE p.volunteer_id = v.id AND p.state = 'asked' AND NOT EXISTS (SELECT 1 FROM volunteer_paper a WHERE a.volunteer_id = v.id AND a.kind_code = p.kind_code AND a.state = 'approved'))
      OR s.step = 'active' AND EXISTS (SELECT 1 FROM volunteer_paper p WHERE p.volunteer_id = v.id AND p.expires_on BETWEEN d.day AND d.day + 60 AND NOT EXISTS (SELECT 1 FROM volunteer_paper l WHERE l.volunteer_id = v.id AND l.kind_code = p.kind_code AND l.number > p.number)))`
}

/** The first signs in as volunteer in the demo; every fourth of those who help or hold a pause has a login as well, by links and without a password. */
async function loadLogins(db: PrismaClient, today: Day, lead: string): Promise<void> {
  const first = await db.user.findFirst({ where: { email: 'frivillig@demo.invalid' }, select: { id: true } })
  const standing = await db.$queryRaw<{ id: string; number: number; email: string }[]>`SELECT v.id, v.number, v.email FROM volunteer v WHERE v.email IS NOT NULL AND v.number % 4 = 1
    AND (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) IN ('active', 'paused') ORDER BY v.number`
  const made = standing.map((one) => ({ ...one, userId: one.email === 'frivillig@demo.invalid' && first ? first.id : randomFor(`login ${one.number}`).uuid() }))
  const fresh = made.filter(({ userId }) => userId !== first?.id)
  const openedAt = (number: number) => writtenAt(addDays(today, -(5 + (number % 60))), 11, 15)
  await db.user.createMany({ data: fresh.map(({ userId, number, email }) => ({ id: userId, email, name: `Frivillig ${number}`, forVolunteer: true, createdAt: openedAt(number), lastSignInAt: writtenAt(addDays(today, -(1 + (number % 5))), 19, 40) })) })
  await db.roleGrant.createMany({ data: fresh.map(({ userId, number }) => ({ userId, role: 'VOLUNTEER', fromDay: dayToDb(addDays(today, -(5 + (number % 60)))), grantedBy: lead })) })
  await db.volunteerLogin.createMany({ data: made.map(({ id, userId, number }) => ({ volunteerId: id, userId, openedBy: lead, openedAt: openedAt(number) })) })
}
