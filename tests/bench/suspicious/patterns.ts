import { isWorkingDay } from '@/lib/deadlines/working-days'
import { addDays, type Day, momentAt } from '@/lib/platform/day'
import type { Prisma } from '@/prisma/generated/client'
import type { Random } from '@/tests/support/random'
import { view } from './days'
import { type Someone, type User, type World } from './world'

/** One thing a member of staff should not have done: who, whom, when. It is found when one of its look-ups is on the list. */
export type Pattern = { kind: string; userId: string; people: string[]; log: Prisma.AuditEventCreateManyInput[] }

type Draw = { random: Random; world: World; day: Day; user: User; at: (minute?: number) => Date; night: (minute?: number) => Date; purpose?: string }
type Make = (draw: Draw) => Pick<Pattern, 'people' | 'log'> | null

const looks = ({ user, purpose }: Draw, people: readonly string[], at: (n: number) => Date) => ({ people: [...people], log: people.map((id, n) => view(user.id, id, at(n), purpose)) })
const among = ({ random, world }: Draw, fits: (one: Someone) => boolean): Someone | null => {
  const fitting = world.people.filter(fits)
  return fitting.length > 0 ? random.pick(fitting) : null
}
const one = (draw: Draw, who: Someone | null, at: (minute?: number) => Date) => who && looks(draw, [who.id], () => at())

/** What the papers tell of: neighbours, namesakes, families, curiosity by night, somebody known to be hidden, a former partner, reading along. */
export const kinds: Record<string, Make> = {
  neighbour: (draw) => one(draw, among(draw, (who) => who.street === draw.user.street), draw.at),
  'neighbour by night': (draw) => one(draw, among(draw, (who) => who.street === draw.user.street), draw.night),
  namesake: (draw) => one(draw, among(draw, (who) => who.surname === draw.user.surname), draw.at),
  'namesake by night': (draw) => one(draw, among(draw, (who) => who.surname === draw.user.surname), draw.night),
  family: (draw) => {
    const first = draw.random.pick(draw.world.people)
    const family = draw.world.people.filter((who) => who.street === first.street).slice(0, 5)
    return family.length >= 3 ? looks(draw, family.map((who) => who.id), (n) => draw.at(n * 4)) : null
  },
  crowd: (draw) => looks(draw, Array.from({ length: 12 + draw.random.int(30) }, () => draw.random.pick(draw.world.people).id), (n) => draw.at(n)),
  'hidden person': (draw) => one(draw, among(draw, (who) => who.protected), draw.at),
  'hidden person by night': (draw) => one(draw, among(draw, (who) => who.protected), draw.night),
  'somebody by night': (draw) => one(draw, draw.random.pick(draw.world.people), draw.night),
  'day after day': (draw) => {
    const who = draw.random.pick(draw.world.people).id
    return { people: [who], log: [0, 1, 2, 4].map((days) => view(draw.user.id, who, momentAt(addDays(draw.day, days), 10 + days, 12), draw.purpose)) }
  },
}

/** Fifty patterns on random days, users and people; one in seven with a reason made up and written down. A kind that has nobody to look at is drawn again. */
export function plant(random: Random, world: World, days: readonly Day[], count: number): Pattern[] {
  const names = Object.keys(kinds)
  const patterns: Pattern[] = []
  const open = days.slice(8, -8).filter((day) => isWorkingDay(day, []))
  while (patterns.length < count) {
    const kind = names[patterns.length % names.length] ?? ''
    const [day, user] = [random.pick(open), random.pick(world.users)]
    const hour = 8 + random.int(6)
    const draw: Draw = { random, world, day, user, at: (minute = 0) => momentAt(day, hour, minute), night: () => momentAt(day, 20 + random.int(4), random.int(60)), purpose: random.chance(1 / 7) ? 'Henvendelse' : undefined }
    const made = kinds[kind]?.(draw)
    if (made) patterns.push({ kind, userId: user.id, ...made })
  }
  return patterns
}
