import type { Day } from '@/lib/platform/day'
import { makeBoth, makeTwice, type Pair } from './duplicates'
import { type History, simulate } from './history/simulate'
import type { DemoRelative, DemoVeteran } from './people'
import { makeRelatives } from './relatives'
import { makeVeterans } from './veterans'

export type Everybody = { veterans: DemoVeteran[]; relatives: DemoRelative[]; history: History; duplicates: Pair[] }

/** The whole municipality in memory: the same for the same day, whoever asks. */
export function makeEverybody(today: Day): Everybody {
  const veterans = makeVeterans(today)
  const twice = makeTwice(veterans)
  const history = simulate(today, veterans, new Set(twice.flat().map((one) => one.id)))
  const relatives = makeRelatives(today, veterans)
  return { veterans, relatives, history, duplicates: [...twice, ...makeBoth(veterans, relatives)] }
}
