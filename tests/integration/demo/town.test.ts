import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '@/lib/deadlines/working-days'
import { readCpr } from '@/lib/people/cpr/rules'
import { type Day, toDay } from '@/lib/platform/day'
import { replacementNumbers } from '@/prisma/demo/cpr'
import type { Worker } from '@/prisma/demo/town/staff'
import { makeTown, type Town } from '@/prisma/demo/town/town'
import { SIDES } from '@/prisma/demo/town/words/sides'
import { FRAMES } from '@/prisma/demo/town/words/frames'
import { read, wayOf } from '@/prisma/demo/town/words/strand'
import { TRADES } from '@/prisma/demo/town/words/trades'
import { METHODS } from '@/prisma/reference/methods/load'

const regular: Worker = { id: '00000000-0000-4000-8000-000000000001', email: 'one@demo.invalid', name: 'En Sagsbehandler', title: '', unit: 'jobcenter', phone: '', voice: 'plain', main: 'gps', speaks: [], cleared: false, weight: 1 }
const town = (today: Day, many = 260): Town => makeTown(today, many, replacementNumbers(), regular)
const logs = ({ cases }: Town) => cases.map(({ course }) => course.entries)

describe('the words of the demo', () => {
  it('can all be read, and move a case only as its method is built', () => {
    for (const frame of FRAMES) {
      const keys = new Map(METHODS[frame.method]?.steps.map((step) => [step.key, new Set(step.items.map(({ key }) => key))]))
      for (const trade of TRADES) {
        const moves = wayOf(frame, trade).flatMap((piece) => piece.moves)
        expect(moves.filter(({ kind, step, item }) => !['looked', 'finish'].includes(kind) && !(step && keys.has(step) && (item === null || keys.get(step)?.has(item))))).toEqual([])
      }
    }
    expect(SIDES.flatMap(({ lines }) => lines.map(read)).length).toBeGreaterThan(80)
    expect(TRADES.every(({ lines }) => lines.length === 8)).toBe(true)
  })
})

// The night the clocks change, the last of February, New Year's Day, a Sunday in summer.
describe.each(['2026-11-21', '2027-03-28', '2028-02-29', '2027-01-01', '2027-07-04'])('the municipality on %s', (text) => {
  const today = toDay(text)
  const one = town(today)
  const { calendar } = one

  it('is the same whoever asks', () => {
    const again = town(today)
    expect(JSON.stringify([again.cases.map(({ id, about }) => [id, about]), logs(again)])).toBe(JSON.stringify([one.cases.map(({ id, about }) => [id, about]), logs(one)]))
  })

  it('meets nobody on a day off, before the case was opened, or after today', () => {
    const wrong = one.cases.flatMap(({ fate, course }) => course.entries.map((entry) => calendar.days[entry.place]!).filter((day) => !isWorkingDay(day, []) || day < fate.openedOn || day >= today))
    expect(wrong).toEqual([])
    expect(one.cases.flatMap(({ course }) => course.entries.filter(({ nextOn, place }) => nextOn !== null && (!isWorkingDay(nextOn, []) || nextOn <= calendar.days[place]!)))).toEqual([])
  })

  it('lets a case that rests rest, and asks after one that is closed only in its aftercare', () => {
    for (const { fate, course } of one.cases) {
      const end = fate.hold?.on ?? (fate.reopenedOn ? null : (fate.closed?.until ?? fate.closed?.on))
      if (end) expect(course.entries.filter(({ place }) => calendar.days[place]! > end)).toEqual([])
      if (fate.closed) expect(course.entries.filter(({ place, moves }) => moves.length > 0 && calendar.days[place]! > fate.closed!.on)).toEqual([])
    }
  })

  it('writes no two entries after each other alike, and leaves no gap in the words', () => {
    const words = logs(one).map((entries) => entries.flatMap(({ notes, agreed, nextStep }) => [...notes.map(([, said]) => said), agreed, nextStep]).filter((said) => said !== null))
    expect(words.flat().filter((said) => /[{}]|undefined|null| {2}|\.\.(?!\.)|^\s|\s$/.test(said))).toEqual([])
    const told = logs(one).map((entries) => entries.flatMap(({ notes }) => notes.map(([, said]) => said)))
    for (const log of told) expect(log.filter((said, at) => at > 0 && said === log[at - 1])).toEqual([])
  })

  it('goes the whole way with whoever reached the goal', () => {
    const reached = one.cases.filter(({ fate }) => fate.closed?.outcome === 'goal')
    expect(reached.length).toBeGreaterThan(30)
    for (const { frame, trade, course } of reached) expect(course.entries.flatMap(({ moves }) => moves).length).toBe(wayOf(frame, trade).flatMap(({ moves }) => moves).length)
  })

  it('has all eight methods, every standing, and numbers nobody real can have', () => {
    expect(new Set(one.cases.map(({ frame }) => frame.method)).size).toBe(8)
    expect([...new Set(one.cases.map(({ fate }) => fate.standing))].sort()).toEqual(['aftercare', 'closed', 'hold', 'open'])
    expect(one.citizens.filter(({ cpr }) => cpr && readCpr(cpr).kind !== 'replacement')).toEqual([])
    expect(one.citizens.flatMap(({ emails }) => emails).filter(({ value }) => !value.endsWith('.invalid'))).toEqual([])
  })
})
