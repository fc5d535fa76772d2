import { addDays, type Day, dayToDb, firstOfMonth, isoWeekday } from '@/lib/platform/day'
import type { PrismaClient } from '../../generated/client'
import { randomFor } from '../random'

/** `weekday`: when it meets, Monday is 1; `every`: how many days lie between, none is once a month. */
const GROUPS = [
  { kindCode: 'experience', name: 'Mentorernes aften', place: 'Frivillighuset', meets: 'Første torsdag i måneden kl. 19', seats: null, weekday: 4, every: null },
  { kindCode: 'relatives', name: 'Pårørende ved bordet', place: 'Frivillighuset', meets: 'Hver anden tirsdag kl. 18.30', seats: 12, weekday: 2, every: 14 },
  { kindCode: 'veterans', name: 'Gåholdet', place: 'Parkeringspladsen ved skoven', meets: 'Lørdage kl. 10', seats: null, weekday: 6, every: 7 },
  { kindCode: 'veterans', name: 'Værkstedet', place: 'Soldaterhjemmet', meets: 'Onsdage kl. 16', seats: 10, weekday: 3, every: 7 },
  { kindCode: 'student-ambassadors', name: 'Vejen til SU', place: 'Biblioteket', meets: 'To gange om halvåret', seats: 25, weekday: 3, every: 91 },
] as const
const ABOUT = [
  'Jeg har selv været udsendt to gange og ved, hvad det vil sige at komme hjem. Jeg vil gerne gå en tur og lytte.', 'Jeg har arbejdet på kontor i mange år og kan hjælpe med breve, mails og de lange skemaer.',
  'Jeg er pensionist med god tid og en varm kande kaffe. Jeg taler gerne om alt muligt andet end sygdom.', 'Jeg er nærværende og tålmodig, og jeg går gerne med til møder, hvor det er rart at være to.', 'Jeg cykler, fisker og reparerer ting. Man behøver ikke sige så meget.',
]

const since = (weekday: number, day: Day): Day => addDays(day, -((isoWeekday(day) - weekday + 7) % 7))
/** The last six times a group met, the newest first. */
function lastMet({ weekday, every }: { weekday: number; every: number | null }, today: Day): Day[] {
  if (every !== null) return Array.from({ length: 6 }, (_, nth) => addDays(since(weekday, addDays(today, -1)), -nth * every))
  const days: Day[] = []
  for (let month = firstOfMonth(today); days.length < 6; month = firstOfMonth(addDays(month, -1))) { const first = since(weekday, addDays(month, 6)); if (first < today) days.push(first) }
  return days
}

/** Groups with who helps in them and how often they met, and every sixth who helps shown in the catalogue. */
export async function loadGroups(db: PrismaClient, today: Day, lead: string): Promise<void> {
  const active = await db.volunteer.findMany({ where: { addressProtected: false, steps: { some: { step: 'active' }, none: { step: { in: ['paused', 'ended'] } } } }, select: { id: true }, orderBy: { number: 'asc' } })
  const draw = randomFor('volunteer groups')
  const groups = GROUPS.map(({ kindCode, name, place, meets, seats }) => ({ kindCode, name, place, meets, seats, id: draw.uuid(), leaderId: active.length > 0 ? draw.pick(active).id : null, createdBy: lead }))
  await db.volunteerGroup.createMany({ data: groups })
  await db.volunteerGroupHelper.createMany({ data: groups.flatMap(({ id: groupId }) => draw.shuffled(active).slice(0, draw.between(3, 7)).map(({ id: volunteerId }) => ({ groupId, volunteerId, fromDay: dayToDb(addDays(today, -draw.between(30, 300))), addedBy: lead }))) })
  await db.volunteerGroupMeeting.createMany({ data: groups.flatMap(({ id: groupId, kindCode }, at) => lastMet(GROUPS[at] ?? GROUPS[0], today).map((day) => ({ groupId, onDay: dayToDb(day), volunteers: draw.between(2, 6), citizens: kindCode === 'experience' ? 0 : draw.between(2, 11), recordedBy: lead }))) })
  await db.volunteerShowing.createMany({ data: active.filter((_, at) => at % 6 === 0).map(({ id: volunteerId }) => ({ volunteerId, number: 1, shown: true, about: draw.pick(ABOUT), onDay: dayToDb(addDays(today, -draw.between(5, 120))), recordedBy: lead })) })
}

/** Some of those who wait come to a group meanwhile. */
export async function loadGroupCitizens(db: PrismaClient, today: Day, people: readonly string[], addedBy: string): Promise<void> {
  const groups = await db.volunteerGroup.findMany({ where: { kindCode: { in: ['relatives', 'veterans', 'student-ambassadors'] } }, select: { id: true }, orderBy: { name: 'asc' } })
  const draw = randomFor('group citizens')
  await db.volunteerGroupCitizen.createMany({ data: people.filter((_, at) => at % 6 === 2).slice(0, 18).flatMap((personId, nth) => groups.filter((_, at) => at === nth % Math.max(1, groups.length)).map(({ id: groupId }) => ({ personId, groupId, fromDay: dayToDb(addDays(today, -draw.between(10, 150))), addedBy }))) })
}
