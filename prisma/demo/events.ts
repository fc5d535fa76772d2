import { addDays, addMonths, addYears, type Day, dayToDb, isoWeekday, momentAt, partsOf, toDay } from '@/lib/platform/day'
import type { Prisma, PrismaClient } from '../generated/client'
import type { Life } from './history/life'
import { goneOn } from './history/life'
import type { DemoRelative } from './people'
import { type Random, randomFor } from './random'
import type { DemoStaff as Staff } from './users'

type EventText = Pick<Prisma.YearEventCreateManyInput, 'kind' | 'titleDa' | 'titleEn' | 'textDa' | 'textEn' | 'place'>
type Planned = EventText & { on: Day; from: [number, number]; to: [number, number]; capacity: number | null; signUpDays: number | null }

const FLAG_DAY: EventText = {
  kind: 'flag-day',
  titleDa: 'Flagdag for Danmarks udsendte: reception',
  titleEn: 'Flag day for deployed personnel: reception',
  textDa: 'Flaget hejses, og borgmesteren siger tak. Derefter er der kaffe, musik og tid til at mødes. Tag gerne din familie med.',
  textEn: 'The flag is raised and the mayor says thank you. Afterwards there is coffee, music and time to meet. Bring your family.',
  place: 'Rådhusgården, 8900 Randers C',
}
const INFORMATION: EventText = {
  kind: 'information-evening',
  titleDa: 'Informationsaften: når en af jer har været udsendt',
  titleEn: 'Information evening: when one of you has been deployed',
  textDa: 'For veteraner og pårørende. Familierådgivningen og Forsvarets Veterancenter fortæller, hvad de kan hjælpe med. Der er god tid til spørgsmål.',
  textEn: 'For veterans and relatives. Family counselling and the Danish Veteran Centre tell what they can help with. There is plenty of time for questions.',
  place: 'Veteranhuset, Kasernegården 4, 8900 Randers C',
}
const SCHOOL: EventText = {
  kind: 'school-talk',
  titleDa: 'Oplæg i skolen: når far eller mor er udsendt',
  titleEn: 'School talk: when mum or dad is deployed',
  textDa: 'En veteran og veterankoordinatoren fortæller en 5. klasse, hvad det vil sige at være udsendt, og hvordan det er at vente derhjemme.',
  textEn: 'A veteran and the coordinator tell a fifth form what it means to be deployed, and what it is like to wait at home.',
  place: 'Skolen ved Gudenåen, Langå',
}

/** The flag days of last year, this and next, with the evenings and school talks around them; who was invited and what they answered. */
export async function loadEvents(db: PrismaClient, today: Day, lives: readonly Life[], relatives: readonly DemoRelative[], staff: Staff): Promise<void> {
  const draw = randomFor('events')
  const events = plan(today).map((event) => ({ id: draw.uuid(), event }))
  await db.yearEvent.createMany({ data: events.map(({ id, event }) => eventRow(id, event, today, staff)) })
  const invitations = events.flatMap(({ id, event }) => guests(draw, event, today, lives, relatives).map((guest) => answer(draw, id, guest, event, today)))
  await db.invitation.createMany({ data: invitations })
}

function plan(today: Day): Planned[] {
  const flag = (year: number): Planned => ({ ...FLAG_DAY, on: toDay(`${year}-09-05`), from: [14, 0], to: [16, 30], capacity: 220, signUpDays: 10 })
  const evening = (on: Day): Planned => ({ ...INFORMATION, on: weekday(on), from: [19, 0], to: [21, 0], capacity: 40, signUpDays: 4 })
  const school = (on: Day): Planned => ({ ...SCHOOL, on: weekday(on), from: [9, 0], to: [10, 30], capacity: null, signUpDays: null })
  const { year } = partsOf(today)
  const last = `${year}-09-05` <= today ? year : year - 1
  return [
    flag(last - 1), flag(last), flag(last + 1), evening(addMonths(today, -8)), evening(addMonths(today, -1)), evening(addDays(today, 52)),
    school(addMonths(today, -10)), school(addMonths(today, -3)), school(addDays(today, 74)),
  ]
}

/** Nobody is invited to a day more than ten weeks ahead yet. */
function guests(draw: Random, event: Planned, today: Day, lives: readonly Life[], relatives: readonly DemoRelative[]): Guest[] {
  const invitedOn = invitedFor(event)
  if (invitedOn > today || event.kind === 'school-talk') return []
  const veterans = lives.filter((life) => life.who.registeredOn < invitedOn && !(goneOn(life) && goneOn(life)! <= invitedOn) && !life.wishes.some((wish) => wish.kind === 'NEVER' && wish.givenOn <= invitedOn))
  const near = relatives.filter((one) => one.registeredOn < invitedOn && one.birth < addYears(today, -15))
  if (event.kind === 'flag-day') return [...veterans.map(asVeteran), ...near.filter((one) => one.kind === 'SPOUSE' || one.kind === 'PARTNER').map(asRelative)]
  return [...draw.shuffled(near).slice(0, 70).map(asRelative), ...draw.shuffled(veterans).slice(0, 30).map(asVeteran)]
}

type Guest = { personId: string; reason: 'veteran' | 'relative' }
const asVeteran = (life: Life): Guest => ({ personId: life.who.id, reason: 'veteran' })
const asRelative = (one: DemoRelative): Guest => ({ personId: one.id, reason: 'relative' })

function invitedFor(event: Planned): Day {
  return addDays(event.on, -42)
}

function answer(draw: Random, eventId: string, guest: Guest, event: Planned, today: Day): Prisma.InvitationCreateManyInput {
  const answeredOn = addDays(event.on, -draw.between(event.signUpDays ?? 1, 38))
  const answers = answeredOn <= today && draw.chance(0.42)
  const yes = answers && draw.chance(event.kind === 'flag-day' ? 0.38 : 0.5)
  const reminded = yes && addDays(event.on, -3) <= today
  return {
    eventId, ...guest, answer: answers ? yes : null, seats: yes ? draw.weighted([[1, 5], [2, 6], [3, 1], [4, 1]]) : 1,
    answeredAt: answers ? momentAt(answeredOn, draw.between(8, answeredOn === today ? 8 : 21), draw.int(60)) : null, remindedAt: reminded ? momentAt(addDays(event.on, -3), 8, 0) : null,
  }
}

function eventRow(id: string, event: Planned, today: Day, staff: Staff): Prisma.YearEventCreateManyInput {
  const { on, from, to, signUpDays, ...rest } = event
  const invitedOn = invitedFor(event)
  return { id, ...rest, startsAt: momentAt(on, ...from), endsAt: momentAt(on, ...to), signUpUntil: signUpDays === null ? null : dayToDb(addDays(on, -signUpDays)), createdBy: staff.coordinator, invitedAt: invitedOn <= today && event.kind !== 'school-talk' ? momentAt(invitedOn, 10, 5) : null }
}

/** Tuesday to Thursday of that week. */
function weekday(day: Day): Day {
  const at = isoWeekday(day)
  return at >= 2 && at <= 4 ? day : addDays(day, 3 - at)
}
