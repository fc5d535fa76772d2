import { describe, expect, it } from 'vitest'
import { SCREENING_GUIDES } from '@/prisma/reference/screening-guides'
import { type Answer, answers, outcomeOf, type Question } from './rules'

const guide = { ...SCREENING_GUIDES[0], questions: SCREENING_GUIDES[0].questions.map((question): Question => ({ ...question })) }
const all = (answer: Answer, more: Record<string, Answer> = {}) => ({ ...Object.fromEntries(guide.questions.map(({ code }) => [code, answer])), ...more })
const codes = (questions: Question[]) => questions.map(({ code }) => code)

describe('the guide', () => {
  it('proposes the coordinator where enough points to a deployment, and names what led there, the heaviest first', () => {
    const { finding, led, open } = outcomeOf(guide, all('no', { deployed: 'yes', anger: 'yes', sleep: 'yes' }))
    expect([finding, codes(led), open]).toEqual(['propose', ['deployed', 'sleep', 'anger'], []])
  })
  it('finds nothing without a deployment, however hard life is', () => expect(outcomeOf(guide, all('yes', { deployed: 'no' }))).toEqual({ finding: 'nothing', led: [], open: [] }))
  it('finds nothing in a deployment alone', () => expect(outcomeOf(guide, all('no', { deployed: 'yes', work: 'yes' })).finding).toBe('nothing'))
  it('takes what was not asked for no answer: it says to ask on, and which questions', () => {
    expect(outcomeOf(guide, all('not-asked')).finding).toBe('ask')
    const { finding, open } = outcomeOf(guide, all('no', { deployed: 'yes', sleep: 'unknown', after: 'not-asked' }))
    expect([finding, codes(open)]).toEqual(['ask', ['after', 'sleep']])
  })
  it('asks on where everything is hard and nobody has asked about a deployment', () => expect(outcomeOf(guide, all('yes', { deployed: 'not-asked' }))).toMatchObject({ finding: 'ask', open: [{ code: 'deployed' }] }))
  it('stops asking where what is not known can change nothing', () => expect(outcomeOf(guide, all('no', { deployed: 'yes', calm: 'unknown' })).finding).toBe('nothing'))
})

it('one more yes never takes a proposal back, and one more no never makes one', () => {
  const at = (n: number) => Object.fromEntries(guide.questions.map(({ code }, place) => [code, answers[Math.floor(n / 4 ** place) % 4] ?? 'no']))
  for (let n = 0; n < 4 ** 9; n += 97) for (const { code } of guide.questions) {
    const before = outcomeOf(guide, at(n)).finding
    if (before === 'propose') expect(outcomeOf(guide, { ...at(n), [code]: 'yes' }).finding).toBe('propose')
    else expect(outcomeOf(guide, { ...at(n), [code]: 'no' }).finding).not.toBe('propose')
  }
})
