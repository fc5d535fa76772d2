import { addDays, diffDays, latestDay } from '@/lib/platform/day'
import { placeElsewhere } from '../places'
import { beginning, GONE } from '../veterans'
import type { Life, World } from './life'
import { moveHome } from './replies'

const DEATHS = 11
const NO_ADDRESS = 6

/** Who died or moved to another municipality in the two years, and whose address nobody knows. */
export function partings(world: World, staying: ReadonlySet<string>): void {
  const { draw, today } = world
  const known = draw.shuffled(world.lives.filter((life) => diffDays(life.who.registeredOn, today) > 150 && life.who.protection === 'P0' && !staying.has(life.who.id)))
  const old = [...known].sort((a, b) => (a.who.birth < b.who.birth ? -1 : 1))
  const dying = old.slice(0, DEATHS * 5).filter((_, index) => index % 5 === 2)
  for (const life of dying) life.who.diedOn = dayAfter(world, life)
  const others = known.filter((life) => !dying.includes(life))
  for (const life of others.slice(0, GONE - dying.length)) moveAway(world, life)
  const lost = others.slice(GONE, GONE + 40).filter((life) => life.who.homes.length === 1 && life.who.registeredOn > beginning(today))
  for (const life of lost.slice(0, NO_ADDRESS)) {
    life.who.homes[0]!.toDay = addDays(today, -draw.between(15, 210))
    life.who.digitalPost = draw.pick(['EXEMPT', 'UNKNOWN'])
  }
}

/** About one in twelve moves within the municipality in a year, mostly told by the register and not by a returned letter. */
export function relocations(world: World): void {
  for (const life of world.lives)
    if (life.who.protection === 'P0' && !life.who.diedOn && !life.who.movedAwayOn && life.who.homes.length === 1 && !life.who.homes[0]?.toDay && settled(world, life) && world.draw.chance(0.12)) moveHome(world, life, dayAfter(world, life))
}

/** Here long enough to have moved since. */
function settled(world: World, life: Life): boolean {
  return addDays(latestDay(life.who.registeredOn, life.who.movedInOn ?? life.who.registeredOn), 60) < world.today
}

function moveAway(world: World, life: Life): void {
  const on = dayAfter(world, life)
  life.who.movedAwayOn = on
  const home = life.who.homes.at(-1)
  if (home) home.toDay = on
  life.who.homes.push({ ...placeElsewhere(world.draw), fromDay: on, toDay: null })
}

function dayAfter(world: World, life: Life) {
  const from = addDays(latestDay(life.who.registeredOn, beginning(world.today)), 45)
  return addDays(from, world.draw.int(Math.max(1, diffDays(from, addDays(world.today, -6)))))
}
