import { describe, expect, it } from 'vitest'
import { type Day, toDay } from '@/lib/platform/day'
import { expiring, type Facts, holds, mayHelp, missing, nextStep, type Paper, type PathRules, type PathStep, type StepKind, steps, stepsAfter, waitsSince } from './rules'

const day = (text: string) => toDay(`2026-${text}`)
const TODAY = day('11-22')
const none: PathRules = { rules: [], closingDays: [] }
const at = (step: StepKind, onDay: Day, untilDay: Day | null = null, number = 1): PathStep => ({ number, step, onDay, untilDay, reason: null, words: null, by: null })
const paper = (kind: string, state: Paper['state'], number: number, expiresOn: Day | null = null): Paper => ({ kind, state, number, onDay: day('01-10'), expiresOn })
const facts = (last: PathStep, more: Partial<Facts> = {}): Facts => ({ steps: [last], papers: [], trainings: [], needs: { papers: ['confidentiality', 'criminal-record'], course: true }, ...more })
const all = (expiresOn: Day | null = null): Partial<Facts> => ({ papers: [paper('confidentiality', 'approved', 1), paper('criminal-record', 'approved', 2, expiresOn)], trainings: [{ kind: 'course', onDay: day('02-02') }] })

describe('what is missing', () => {
  it('is every paper that does not hold, and the course', () => {
    expect(missing(facts(at('talked', day('11-01'))), TODAY)).toEqual(['confidentiality', 'criminal-record', 'course'])
    expect(missing(facts(at('talked', day('11-01')), all()), TODAY)).toEqual([])
    // Supervision is no course, and no course is asked of somebody who only shows the town around.
    expect(missing(facts(at('talked', day('11-01')), { ...all(), trainings: [{ kind: 'supervision', onDay: day('02-02') }] }), TODAY)).toEqual(['course'])
    expect(missing(facts(at('talked', day('11-01')), { needs: { papers: [], course: false } }), TODAY)).toEqual([])
  })

  it('a paper holds on its last day and not on the next; asked for again it holds meanwhile, refused it does not', () => {
    const one = paper('criminal-record', 'approved', 1, TODAY)
    expect(holds([one], 'criminal-record', TODAY)).toEqual(one)
    expect(holds([one], 'criminal-record', day('11-23'))).toBeNull()
    expect(holds([one, paper('criminal-record', 'asked', 2)], 'criminal-record', TODAY)).toEqual(one)
    expect(holds([one, paper('criminal-record', 'refused', 2)], 'criminal-record', TODAY)).toBeNull()
    expect(holds([paper('criminal-record', 'asked', 1)], 'criminal-record', TODAY)).toBeNull()
    // Whatever order they are read in.
    expect(holds([paper('criminal-record', 'refused', 2), one], 'criminal-record', TODAY)).toBeNull()
  })
})

it.each([
  ['interested', day('11-01'), null, 'talk', day('11-15')],
  ['invited', day('11-01'), day('11-27'), 'talk-held', day('11-27')],
  ['talked', day('11-01'), null, 'complete', day('12-01')],
  ['paused', day('06-01'), day('12-01'), 'return', day('12-01')],
] as const)('after %s on %s comes %s', (step, onDay, until, code, due) => {
  expect(nextStep(facts(at(step, onDay, until)), TODAY, none)).toMatchObject({ code, due })
})

describe('the next step', () => {
  it('is to clear once nothing is missing, to begin once cleared, and nothing for those who ended or have all', () => {
    expect(nextStep(facts(at('talked', day('11-01')), all()), TODAY, none)).toMatchObject({ code: 'clear', of: [] })
    expect(nextStep(facts(at('cleared', day('11-10')), all()), TODAY, none)).toMatchObject({ code: 'start', due: day('11-24') })
    expect(nextStep(facts(at('cleared', day('01-10'))), TODAY, none)).toMatchObject({ code: 'complete', due: TODAY })
    expect(nextStep(facts(at('active', day('11-10')), all(toDay('2027-11-01'))), TODAY, none)).toBeNull()
    expect(nextStep(facts({ ...at('ended', day('11-10')), reason: 'moved' }), TODAY, none)).toBeNull()
  })

  it('of somebody who helps is the paper that runs out, two months ahead; one that has run out is late since then', () => {
    const until = (last: string) => nextStep(facts(at('active', day('02-10')), all(toDay(last))), TODAY, none)
    expect(until('2027-01-21')).toMatchObject({ code: 'renew', of: ['criminal-record'], due: toDay('2027-01-21') })
    expect(until('2027-01-22')).toBeNull()
    expect(until('2026-11-21')).toMatchObject({ code: 'complete', of: ['criminal-record'], due: toDay('2026-11-21') })
  })

  it('counts by the rule in force on the day of the step, over days nobody works, and says how', () => {
    const rule = { id: 'r', code: 'volunteer-talk', ruleSet: 's', source: 'Kilde', trigger: 'interest-received', length: 14, unit: 'DAY' as const, roll: 'next-working-day' as const, population: 'volunteer', validFrom: day('01-01'), validTo: null }
    const found = nextStep(facts(at('interested', day('11-07'))), TODAY, { rules: [rule], closingDays: [] })
    expect(found).toMatchObject({ due: day('11-23') })
    expect(found?.explanation.map(({ step }) => step)).toContain('rolled')
  })
})

it('may help who is active with everything, and nobody else', () => {
  for (const step of steps) expect([step, mayHelp(facts(at(step, day('03-01')), all()), TODAY)]).toEqual([step, step === 'active'])
  expect(mayHelp(facts(at('active', day('03-01')), all(day('11-21'))), TODAY)).toBe(false)
})

it('what runs out is told once, the soonest first, and only of what is needed', () => {
  const two = { papers: [paper('a', 'approved', 1, day('12-20')), paper('b', 'approved', 1, day('11-01')), paper('b', 'approved', 2, day('12-01')), paper('c', 'approved', 1, day('11-30'))], needs: { papers: ['a', 'b'], course: false } }
  expect(expiring(facts(at('active', day('03-01')), two), TODAY, 60)).toEqual([{ kind: 'b', expiresOn: day('12-01') }, { kind: 'a', expiresOn: day('12-20') }])
})

it('from every step but the last there is a way out, and from every one of them a way back', () => {
  for (const step of steps) expect([step, stepsAfter(step).includes('ended')]).toEqual([step, step !== 'ended'])
  expect(stepsAfter('ended')).toEqual(['interested'])
})

it('somebody waits since their first word, or since they came again', () => {
  const path = [at('interested', day('01-05')), at('talked', day('01-20')), { ...at('ended', day('02-01')), reason: 'wish' as const }, at('interested', day('11-02'))]
  expect(waitsSince(path)).toBe(day('11-02'))
  expect(waitsSince(path.slice(0, 2))).toBe(day('01-05'))
  expect(waitsSince(path.slice(0, 3))).toBeNull()
})
