import { expect, it } from 'vitest'
import { type Day, toDay } from '@/lib/platform/day'
import { dialogueOf } from './rules'

const TODAY = toDay('2026-11-22')
const period = (from: string, to: string) => ({ fromDay: toDay(from), toDay: toDay(to), reviewOn: null })
const days = (...all: string[]): Day[] => all.map(toDay)

it.each([
  ['without an agreement nothing is due', [], [], 'none', null],
  ['a lapsed agreement asks for none', days('2020-01-01'), [period('2024-01-01', '2026-11-21')], 'none', null],
  ['a year after the agreement began', [], [period('2026-06-01', '2027-12-31')], 'later', '2027-06-01'],
  ['soon', [], [period('2026-01-10', '2027-12-31')], 'soon', '2027-01-10'],
  ['the last day is on time', days('2025-11-22'), [period('2025-01-01', '2027-12-31')], 'soon', '2026-11-22'],
  ['missing the day after', days('2025-11-21'), [period('2025-01-01', '2027-12-31')], 'missing', '2026-11-21'],
  ['a year after the last one', days('2025-02-01', '2026-05-01'), [period('2024-01-01', '2027-12-31')], 'later', '2027-05-01'],
  ['an agreement renewed without a gap begins no new year', [], [period('2025-01-01', '2025-12-31'), period('2026-01-01', '2026-12-31')], 'missing', '2026-01-01'],
  ['one after a gap does', days('2020-01-01'), [period('2019-01-01', '2020-12-31'), period('2026-10-01', '2027-12-31')], 'later', '2027-10-01'],
  ['overlapping ones are one', [], [period('2025-01-01', '2026-06-30'), period('2026-01-01', '2027-12-31')], 'missing', '2026-01-01'],
  ['planned, whatever is due', days('2020-01-01', '2026-12-01', '2027-03-01'), [period('2019-01-01', '2027-12-31')], 'planned', '2026-12-01'],
  ['today is planned', days('2026-11-22'), [], 'planned', '2026-11-22'],
] as const)('%s', (_what, meetings, periods, state, day) => expect(dialogueOf(meetings, periods, TODAY, [])).toMatchObject({ state, day }))

it('goes by the municipality’s rule, and says how', () => {
  const rule = { id: 'r', code: 'association-dialogue', ruleSet: 's', source: 'Kilde', trigger: 'dialogue-held', length: 6, unit: 'MONTH' as const, roll: 'none' as const, population: 'association', validFrom: toDay('2000-01-01'), validTo: null }
  const found = dialogueOf([], [period('2026-09-01', '2027-12-31')], TODAY, [rule])
  expect([found.day, found.explanation.map(({ step }) => step)]).toEqual(['2027-03-01', ['rule', 'start', 'count']])
})
