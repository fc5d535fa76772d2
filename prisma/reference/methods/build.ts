import type { Item, Step, StepKind, Words } from '@/lib/casework/methods/parts'

const words = (da: string, en: string): Words => ({ da, en })
/** A line: Danish, English. Required where nothing else is said. */
export const must = (key: string, da: string, en: string): Item => ({ key, text: words(da, en), required: true, at: null })
export const may = (key: string, da: string, en: string): Item => ({ ...must(key, da, en), required: false })
/** A fixed time of the week: 1 is Monday. */
export const each = (weekday: number, from: string, to: string, da: string, en: string): Item => ({ key: `d${weekday}-${from.replace(':', '')}`, text: words(da, en), required: false, at: { weekday, from, to } })

type More = { text?: [string, string]; items?: Item[]; meetings?: number; weeks?: number; clips?: number }
export const step = (kind: StepKind, key: string, da: string, en: string, { text = ['', ''], items = [], meetings, weeks, clips }: More = {}): Step =>
  ({ key, kind, name: words(da, en), text: words(...text), items, meetings: meetings ?? null, weeks: weeks ?? null, clips: clips ?? null })
