import { describe, expect, it } from 'vitest'
import { queuesOf } from '@/lib/outreach/due/queues'
import { tally } from '@/lib/outreach/runs/rules'
import { toDay } from '@/lib/platform/day'
import { makeEverybody } from '@/prisma/demo/everybody'
import { attemptsOn, demoRules, factsOn, goneOn } from '@/prisma/demo/history/life'
import { registerRows } from '@/prisma/demo/register-file'

// The demo is opened on any day: the night the clocks change, the last of February, New Year's Day, a Sunday.
describe.each(['2026-10-25', '2027-03-28', '2028-02-29', '2027-01-01', '2026-12-31', '2027-07-04'])('the demo municipality on %s', (text) => {
  const today = toDay(text)
  const { veterans, relatives, history } = makeEverybody(today)
  const { lives, runs } = history
  const counts = new Map<string, number>()
  for (const life of lives) for (const queue of queuesOf(factsOn(life, today), attemptsOn(life, today), demoRules, today)) counts.set(queue, (counts.get(queue) ?? 0) + 1)

  it('leaves a good coordinator something to do in every queue, and a run that is worth making', () => {
    const within = { OVERDUE: [5, 20], DUE_SOON: [85, 130], FIRST_LETTER: [10, 18], RETURNED: [2, 9], NO_REPLY: [3, 12], WANTS_TALK: [5, 9], LATER: [1, 12], NEVER: [4, 24], MISSING_ADDRESS: [4, 9], PROTECTED: [0, 10] }
    const outside = Object.entries(within).filter(([queue, [low, high]]) => (counts.get(queue) ?? 0) < low! || (counts.get(queue) ?? 0) > high!)
    expect(outside.map(([queue]) => `${queue} ${counts.get(queue) ?? 0}`)).toEqual([])
  })

  it('closed every former run at remainder 0', () => {
    expect(runs).toHaveLength(4)
    for (const run of runs) {
      const sums = tally(run.members.length, run.members.map((member) => member.group))
      expect({ run: run.name, remainder: sums.remainder, left: sums.groups.TO_SEND }).toEqual({ run: run.name, remainder: 0, left: 0 })
      expect(sums.groups.SENT).toBeGreaterThan(75)
    }
  })

  it('writes to nobody after death, after a move, or against a wish', () => {
    for (const life of lives) {
      const gone = goneOn(life)
      for (const letter of life.letters) {
        expect(letter.sentOn <= today && (gone === null || letter.sentOn < gone), `${life.who.id} ${letter.sentOn}`).toBe(true)
        const never = life.wishes.some((wish) => wish.kind === 'NEVER' && wish.givenOn < letter.sentOn && (wish.endedOn === null || wish.endedOn > letter.sentOn))
        expect(never).toBe(false)
      }
    }
  })

  it('holds nothing that has not happened yet, but booked talks', () => {
    const days = lives.flatMap((life) => [
      ...life.replies.map((reply) => reply.receivedOn), ...life.attempts.map((attempt) => attempt.happenedOn), ...life.wishes.map((wish) => wish.givenOn),
      ...life.tasks.flatMap((task) => [task.createdOn, task.doneOn ?? today]), ...life.who.homes.flatMap((home) => [home.fromDay ?? today, home.toDay ?? today]),
      ...life.talks.filter((talk) => talk.outcome !== 'booked').map((talk) => talk.on), life.who.registeredOn,
    ])
    expect(days.filter((day) => day > today)).toEqual([])
  })

  it('sends people out when they are grown and lets relatives be born at a plausible time', () => {
    for (const one of veterans) for (const deployment of one.deployments) {
      const age = Number(deployment.fromDay.slice(0, 4)) - Number(one.birth.slice(0, 4))
      expect(age >= 18 && age <= 53, `${one.id} ${deployment.mission} at ${age}`).toBe(true)
      expect(deployment.toDay > deployment.fromDay && deployment.toDay < today).toBe(true)
    }
    for (const one of relatives) if (one.kind === 'CHILD') expect(one.birth > one.of.birth).toBe(true)
  })

  it('lists this year’s register with most of the same people', () => {
    const [header, ...rows] = registerRows(today, veterans)
    const keys = new Set(veterans.filter((one) => one.source === 'import').map((one) => one.registerKey))
    expect(rows.every((row) => row.length === header?.length)).toBe(true)
    expect(rows.filter((row) => keys.has(row[0]!)).length / rows.length).toBeGreaterThan(0.95)
    expect(new Set(rows.map((row) => row[0])).size).toBe(rows.length)
  })
})
