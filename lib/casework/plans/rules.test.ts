import { describe, expect, it } from 'vitest'
import type { Day } from '@/lib/platform/day'
import { type Agreement, type AgreementState, changesOf, type Goal, type GoalStep, treeOf, whatHappened } from './rules'

const d = (text: string) => text as Day
const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9))
const step = (number: number, change: Partial<GoalStep> = {}): GoalStep => ({ number, text: 'Sove igennem', saidBy: 'citizen', saidOn: d('2026-11-01'), needs: null, dueOn: null, state: 'open', reason: null, by: 'Pia', at: at(number), ...change })
const goal = (id: string, change: Partial<GoalStep> = {}, parentId: string | null = null): Goal => ({ id, parentId, now: step(1, change), steps: [step(1, change)] })
const agreement = (id: string, goalId: string | null, dueOn: string, state: AgreementState = 'open'): Agreement => {
  const steps = [{ number: 1, state, dueOn: d(dueOn), words: null, by: 'Pia', at: at(1) }]
  return { id, goalId, text: id, who: 'citizen', whoWords: null, task: null, now: steps[0]!, steps }
}

describe('what became of a goal', () => {
  it('says each change with what stood before, newest first', () => {
    const steps = [step(4, { text: 'Sove fem timer', state: 'open', by: 'Bo' }), step(3, { text: 'Sove fem timer', state: 'aside', reason: 'Venter på lægen' }), step(2, { text: 'Sove fem timer' }), step(1)]
    expect(changesOf(steps).map(({ what, before, by }) => [what, before, by])).toEqual([['again', null, 'Bo'], ['aside', null, 'Pia'], ['text', 'Sove igennem', 'Pia'], ['made', null, 'Pia']])
  })
  it('says that there was nothing before, and names two changes of one step', () => {
    expect(changesOf([step(2, { needs: 'Ro', dueOn: d('2028-02-29') }), step(1)]).map(({ what, before }) => [what, before])).toEqual([['needs', null], ['due', null], ['made', null]])
  })
})

describe('the plan as it is read', () => {
  it('puts the goal with the nearest day first, and names what comes next also from a part', () => {
    const goals = [goal('later', { dueOn: d('2027-01-01') }), goal('soon'), goal('part', {}, 'soon'), goal('none')]
    const { running } = treeOf(goals, [agreement('b', 'part', '2026-11-24'), agreement('a', 'soon', '2026-12-01'), agreement('kept', 'soon', '2026-11-01', 'kept')])
    expect(running.map(({ id, next }) => [id, next?.id ?? null])).toEqual([['soon', 'b'], ['later', null], ['none', null]])
  })
  it('folds what is reached or set aside, and keeps agreements of no goal by themselves', () => {
    const { running, over, loose } = treeOf([goal('a', { state: 'reached' }), goal('b', { state: 'aside', reason: 'Ro', at: at(9) })], [agreement('x', null, '2026-12-01'), agreement('lost', 'gone', '2026-11-30')])
    expect([running, over.map(({ id }) => id), loose.map(({ id }) => id)]).toEqual([[], ['b', 'a'], ['lost', 'x']])
  })
})

it('tells agreed, moved and taken up again apart', () => {
  const [first, moved, missed, again] = (['open', 'open', 'missed', 'open'] as const).map((state, at_) => ({ ...agreement('a', null, '2026-12-01').now, number: at_ + 1, state }))
  expect([whatHappened(first!, undefined), whatHappened(moved!, first), whatHappened(missed!, moved), whatHappened(again!, missed)]).toEqual(['agreed', 'moved', 'missed', 'again'])
})
