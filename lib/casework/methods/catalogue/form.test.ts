import { describe, expect, it } from 'vitest'
import { METHODS } from '@/prisma/reference/methods/load'
import { emptyForm, formOf, type MethodForm, readForm, rearranged } from './form'
import { methodInput, methodOf, problemsOf } from './schema'

/** As a browser sends it. */
function sent(form: MethodForm): Record<string, string> {
  const { steps, certificate, ...plain } = form
  const values: Record<string, string> = { ...plain, steps: String(steps.length), ...(certificate && { certificate: 'on' }) }
  for (const [at, { lines, ...step }] of steps.entries()) {
    Object.assign(values, Object.fromEntries(Object.entries(step).map(([name, value]) => [`s${at}.${name}`, value])), { [`s${at}.lines`]: String(lines.length) })
    for (const [nth, { required, ...line }] of lines.entries()) Object.assign(values, Object.fromEntries(Object.entries(line).map(([name, value]) => [`s${at}.l${nth}.${name}`, value])), required && { [`s${at}.l${nth}.required`]: 'on' })
  }
  return values
}
const shipped = Object.entries(METHODS)
const filled = (): MethodForm => { const form = formOf(METHODS['mit-liv'] as (typeof METHODS)[string]); return { ...form, steps: form.steps.slice(0, 3) } }
const names = (form: MethodForm) => form.steps.map(({ key }) => key)

describe('the form of a method', () => {
  it.each(shipped)('says %s as it is, there and back, and finds nothing wrong with it', (_, method) => {
    const form = formOf(method)
    expect(readForm(sent(form))).toEqual(form)
    expect(problemsOf(form)).toEqual([])
    expect(methodOf(form)).toEqual(method)
  })

  it('moves, removes and adds steps and lines, and does nothing where there is nothing to do', () => {
    const form = filled()
    expect([names(rearranged(form, 'down:0')), names(rearranged(form, 'up:2')), names(rearranged(form, 'remove:1'))]).toEqual([['stabilisering', 'kontakt', 'praktik'], ['kontakt', 'praktik', 'stabilisering'], ['kontakt', 'praktik']])
    for (const wish of ['up:0', 'down:2', 'remove:9', 'raise:0:0', 'drop:0:99', 'add:nothing', 'up:', 'save', 'line:-1']) expect(rearranged(form, wish), wish).toEqual(form)
    expect(rearranged(form, 'add:clips').steps.at(-1)).toMatchObject({ kind: 'clips', clips: '1', lines: [] })
    expect(rearranged(form, 'raise:0:1').steps[0]?.lines.map(({ key }) => key)).toEqual(['vigtigst', 'moeder', 'klar', 'forsoegt'])
    expect([rearranged(form, 'drop:0:0').steps[0]?.lines.length, rearranged(form, 'line:0').steps[0]?.lines.length]).toEqual([3, 5])
  })

  it('holds no more than it reads', () => {
    let form = filled()
    for (let nth = 0; nth < 40; nth++) form = rearranged(rearranged(form, 'add:area'), 'line:0')
    expect([form.steps.length, form.steps[0]?.lines.length]).toEqual([20, 20])
    expect(readForm({ steps: '1000000' }).steps).toHaveLength(20)
    expect([readForm({ steps: '-1' }).steps, readForm({ steps: 'x' }).steps]).toEqual([[], []])
  })

  it('says what is wrong at its field', () => {
    const fields = (form: MethodForm) => problemsOf(form).map(({ field }) => field)
    expect(fields(emptyForm())).toEqual(['nameDa', 'nameEn', 's0.nameDa', 's0.nameEn', 's0.l0.da', 's0.l0.en'])
    const form = filled()
    expect(fields({ ...form, steps: [] })).toEqual(['nameDa'])
    expect(fields({ ...form, lookBackMonths: '0', caseLimit: 'x', silentDays: '366', aftercareWeeks: '105', scaleCode: 'Å' })).toEqual(['lookBackMonths', 'caseLimit', 'silentDays', 'aftercareWeeks', 'scaleCode'])
    expect(fields({ ...form, leadDa: 'Som 680780-1234 plejer' })).toEqual(['leadDa'])
    const week = rearranged(rearranged(form, 'add:week'), 'add:clips')
    const [time, card] = [week.steps[3], week.steps[4]]
    if (!time || !card) throw new Error('Two were added')
    const named = (line: object) => ({ ...week, steps: [{ ...time, nameDa: 'x', nameEn: 'x', lines: [{ key: '', da: 'x', en: 'x', required: false, weekday: '1', from: '', to: '', ...line }] }, { ...card, nameDa: 'x', nameEn: 'x', clips: '0' }] })
    expect([fields(named({})), fields(named({ from: '10:00', to: '09:00' })), fields(named({ from: '09:00', to: '10:00' }))]).toEqual([['s0.l0.from', 's1.clips', 's1.clips'], ['s0.l0.from', 's1.clips', 's1.clips'], ['s1.clips', 's1.clips']])
  })

  it('gives a new step and line a key of their own, and one that stands twice too', () => {
    const form = rearranged(filled(), 'add:area')
    const keys = methodOf({ ...form, steps: [...form.steps, ...form.steps] }).steps.map(({ key }) => key)
    expect([new Set(keys).size, keys.slice(0, 3), keys.every((key) => /^[a-z0-9-]+$/.test(key))]).toEqual([8, ['kontakt', 'stabilisering', 'praktik'], true])
  })

  it('is only saved by the button that says so', () => {
    const asked = (wish: string) => methodInput.safeParse({ methodId: '', seen: '0', do: wish, ...sent(filled()) })
    expect([asked('save').success, asked('up:1').error?.issues.map(({ path }) => path.join('.'))]).toEqual([true, ['do']])
  })
})
