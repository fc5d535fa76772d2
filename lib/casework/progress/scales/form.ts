import type { Anchor, Scale } from '../rules'

/** A scale as its form holds it: every value as it was typed. A row that is left empty is no row. */
export type FormArea = { da: string; en: string }
export type FormAnchor = { value: string; da: string; en: string }
export type ScaleForm = Record<(typeof PLAIN)[number], string> & { areas: FormArea[]; anchors: FormAnchor[] }

const PLAIN = ['nameDa', 'nameEn', 'aboutDa', 'aboutEn', 'lowest', 'highest', 'better', 'start', 'gate', 'noise'] as const
/** As many rows of each as a form reads. */
export const MOST = 20
/** Empty rows under those that are filled. */
const SPARE = 2

type Values = Record<string, string | string[] | undefined>
const text = (values: Values, name: string) => { const value = values[name]; return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim() }
const rows = (values: Values, name: string) => { const found = Number(text(values, name)); return Number.isInteger(found) ? Math.min(Math.max(found, 0), MOST) : 0 }

const emptyArea = (): FormArea => ({ da: '', en: '' })
const emptyAnchor = (): FormAnchor => ({ value: '', da: '', en: '' })
const spare = <T>(list: readonly T[], empty: () => T, most = MOST): T[] => [...list, ...Array.from({ length: Math.min(SPARE, most - list.length) }, empty)]

export const emptyForm = (): ScaleForm => ({ nameDa: '', nameEn: '', aboutDa: '', aboutEn: '', lowest: '1', highest: '10', better: '', start: '', gate: '', noise: '1', areas: spare([], emptyArea), anchors: spare([], emptyAnchor) })

/** Reads the form's names back: `area0.da`, `anchor0.value`. */
export function readForm(values: Values): ScaleForm {
  return {
    ...(Object.fromEntries(PLAIN.map((name) => [name, text(values, name)])) as Record<(typeof PLAIN)[number], string>),
    areas: Array.from({ length: rows(values, 'areas') }, (_, at) => ({ da: text(values, `area${at}.da`), en: text(values, `area${at}.en`) })),
    anchors: Array.from({ length: rows(values, 'anchors') }, (_, at) => ({ value: text(values, `anchor${at}.value`), da: text(values, `anchor${at}.da`), en: text(values, `anchor${at}.en`) })),
  }
}

/** What the pressed button asks for: more rows of one kind. Anything else changes nothing. */
export function withMore(form: ScaleForm, wish: string): ScaleForm {
  if (wish === 'areas') return { ...form, areas: spare(form.areas, emptyArea) }
  return wish === 'anchors' ? { ...form, anchors: spare(form.anchors, emptyAnchor) } : form
}

const typed = (number: number | null) => (number === null ? '' : String(number))
/** A version as the form it is changed in. */
export function formOf({ nameDa, nameEn, aboutDa, aboutEn, lowest, highest, better, start, gate, noise, anchors, dimensions }: Scale): ScaleForm {
  const areas = dimensions.filter(({ retired }) => !retired).map((one) => ({ da: one.nameDa, en: one.nameEn }))
  return { nameDa, nameEn, aboutDa, aboutEn, lowest: String(lowest), highest: String(highest), better, start: typed(start), gate: typed(gate), noise: String(noise), areas: spare(areas, emptyArea), anchors: spare(anchors.map(anchorForm), emptyAnchor) }
}
const anchorForm = ({ value, da, en }: Anchor): FormAnchor => ({ value: String(value), da, en })
