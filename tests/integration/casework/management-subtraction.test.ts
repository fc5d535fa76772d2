import { expect, it } from 'vitest'
import { unitFigures } from '@/lib/casework/management/queries'
import { flowCell, type Part } from '@/lib/casework/management/rules'
import { today } from '@/lib/platform/clock'
import { addMonths, type Day, dayToDb, firstOfMonth, partsOf } from '@/lib/platform/day'
import { owner } from '../../support/db'
import { person } from '../../support/factories'
import { oneUnit } from '../../support/unit-cases'

/** The months of last year and the running one. */
const from = (() => { const first = firstOfMonth(today()); return addMonths(first, -12 - (partsOf(first).month - 1)) })()
const months = Array.from({ length: 24 }, (_, at) => addMonths(from, at)).filter((month) => month <= today())
const kinds = ['veteran', 'integration', 'employment'] as const

/**
 * Every period anybody can ask for is asked for. What is told are sums of runs of months, so a run can be worked out from them exactly where its ends are joined
 * by runs that are told. None that has one to four may be.
 */
it.each([1, 2, 3, 4])('whatever periods are asked for, no small figure can be taken from the answers (%i)', async (seed) => {
  const one = await oneUnit()
  const { id } = await person('JOBCENTRE_CLIENT')
  let state = seed * 7919
  const chance = () => (state = (state * 48271) % 2147483647) / 2147483647
  // Lively years beside quiet ones, so that some are told and some are not.
  const opened = months.flatMap((month, at) => kinds.flatMap((kind) => Array.from({ length: chance() < (Math.floor(at / 3) % 2 === 0 ? 0.1 : 0.4) + (seed > 2 ? 0.3 : 0) ? 0 : Math.floor(chance() * 4) + (seed % 2 ? 5 : chance() < 0.5 ? 4 : 1) }, () => ({ month, kind }))))
  await owner().caseFile.createMany({ data: opened.map(({ month, kind }) => ({ personId: id, unitId: one.unitId, kind, openedOn: dayToDb(month), openedBy: one.caseworker.userId })) })
  const count = (part: Part, a: number, b: number) => opened.filter(({ month, kind }) => (part === 'all' || part === `kind:${kind}`) && months.indexOf(month) >= a && months.indexOf(month) < b).length
  const parts: Part[] = ['all', ...kinds.map((kind): Part => `kind:${kind}`)]
  const joined = new Map(parts.map((part) => [part, months.map((_, at) => at).concat(months.length)]))
  const root = (part: Part, at: number): number => { const up = joined.get(part)?.[at] ?? at; return up === at ? at : root(part, up) }
  const wrong: string[] = []
  let told = 0
  for (let a = 0; a < months.length; a++) for (let b = a + 1; b <= months.length; b++) {
    const figures = await unitFigures(one.manager, { span: 'between', period: { first: months[a] as Day, last: months[b - 1] as Day }, of: 'all', within: 30 })
    for (const part of parts) {
      const cells = [{ to: [a, b] as const, cases: flowCell(figures, part, 'opened', null)?.cases }, ...months.slice(a, b).map((month, at) => ({ to: [a + at, a + at + 1] as const, cases: flowCell(figures, part, 'opened', month)?.cases }))]
      for (const { to, cases } of cells) {
        if (cases === null) continue
        told++
        if (cases !== count(part, ...to)) wrong.push(`${part} ${to.join('–')} is ${cases}`)
        joined.get(part)?.splice(root(part, to[1]), 1, root(part, to[0]))
      }
    }
  }
  for (const part of parts) for (let a = 0; a < months.length; a++) for (let b = a + 1; b <= months.length; b++) {
    const small = count(part, a, b)
    if (small >= 1 && small <= 4 && root(part, a) === root(part, b)) wrong.push(`${part} ${a}–${b} can be worked out: ${small}`)
  }
  expect(wrong.slice(0, 5)).toEqual([])
  expect(told).toBeGreaterThan(0)
})
