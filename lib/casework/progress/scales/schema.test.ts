import { expect, it } from 'vitest'
import { emptyForm, formOf, readForm, withMore } from './form'
import { problemsOf, scaleInput, scaleOf } from './schema'

const typed = { nameDa: 'Søvn', nameEn: 'Sleep', aboutDa: 'Hvordan sover du?', aboutEn: 'How do you sleep?', lowest: '0', highest: '6', better: 'higher', start: '', gate: '5', noise: '2', areas: '3', 'area0.da': 'Falde i søvn', 'area0.en': 'Falling asleep', 'area2.da': 'Blive i søvn', 'area2.en': 'Staying asleep', anchors: '2', 'anchor0.value': '6', 'anchor0.da': 'godt', 'anchor0.en': 'well', 'anchor1.value': '0', 'anchor1.da': 'slet ikke', 'anchor1.en': 'not at all' }

it('a form says a scale: empty rows are none, and what the values mean stands in their order', () => {
  expect(problemsOf(readForm(typed))).toEqual([])
  expect(scaleOf(readForm(typed))).toMatchObject({ lowest: 0, highest: 6, start: null, gate: 5, noise: 2, areas: [{ nameDa: 'Falde i søvn' }, { nameDa: 'Blive i søvn' }], anchors: [{ value: 0 }, { value: 6 }] })
})

it.each([
  [{ nameEn: '' }, 'nameEn'], [{ highest: '0' }, 'highest'], [{ highest: '27' }, 'highest'], [{ lowest: 'x' }, 'lowest'], [{ better: '' }, 'better'], [{ gate: '9' }, 'gate'], [{ noise: '0' }, 'noise'], [{ noise: '7' }, 'noise'],
  [{ 'area0.en': '' }, 'area0.en'], [{ areas: '0' }, 'area0.da'], [{ 'anchor1.value': '6' }, 'anchor1.value'], [{ 'anchor1.value': '-1' }, 'anchor1.value'], [{ aboutDa: 'x'.repeat(201) }, 'aboutDa'], [{ nameDa: '010180-1234' }, 'nameDa'],
])('%j is said at its field', (wrong, field) => expect(problemsOf(readForm({ ...typed, ...wrong })).map((one) => one.field)).toContain(field))

it('a minus of the keyboard and of the paper are the same', () => expect(scaleOf(readForm({ ...typed, lowest: '−3', 'anchor1.value': '-3' }))).toMatchObject({ lowest: -3, anchors: [{ value: -3 }, { value: 6 }] }))

it('more rows keep what was typed, and nothing is saved', () => {
  const form = readForm(typed)
  expect([withMore(form, 'areas').areas.length, withMore(form, 'anchors').anchors.length, withMore(form, 'x')]).toEqual([5, 4, form])
  expect(withMore({ ...form, areas: Array.from({ length: 20 }, () => ({ da: 'x', en: 'x' })) }, 'areas').areas).toHaveLength(20)
  expect(scaleInput.safeParse({ series: '', seen: '0', do: 'areas', ...typed }).success).toBe(false)
})

it('a version comes back as its form, with room for more and without what is no longer asked', () => {
  const { areas, ...scale } = scaleOf(readForm(typed))
  const form = formOf({ ...scale, code: 'x', series: 'x', retired: false, dimensions: [...areas.map((area, at) => ({ ...area, code: `a${at}`, retired: false })), { code: 'gone', nameDa: 'Væk', nameEn: 'Gone', retired: true }] })
  expect(scaleOf(form)).toEqual({ areas, ...scale })
  expect([form.areas.length, emptyForm().areas.length]).toEqual([4, 2])
})
