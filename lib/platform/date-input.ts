import { z } from 'zod'
import { type Day, isDay, parseDay } from './day'

type Options = { required?: string; /** The day itself is handed in by whoever knows it: schemas have no clock. */ before?: () => Day; future?: string }
const part = z.string().trim().default('')

/** The keys a DateField sends for `name`, to spread into a schema before `withDay` reads them. */
export function dayParts<N extends string>(name: N) {
  return { [`${name}.day`]: part, [`${name}.month`]: part, [`${name}.year`]: part } as Record<`${N}.day` | `${N}.month` | `${N}.year`, typeof part>
}

/**
 * The same in an address, where a search stands: the three boxes of a form without scripts, or the day itself in a link ('2026-11-20').
 * Null when nothing was asked for, undefined when it is no day.
 */
export function dayOfAddress(address: Record<string, string | string[] | undefined>, name: string): Day | null | undefined {
  const [whole = '', ...boxes] = ['', '.day', '.month', '.year'].map((part) => String(address[name + part] ?? '').trim())
  if (whole !== '') return isDay(whole) ? whole : undefined
  if (boxes.every((box) => box === '')) return null
  return dayOfBoxes(boxes) ?? undefined
}

function dayOfBoxes([day = '', month = '', year = '']: readonly string[]): Day | null {
  const found = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year) ? parseDay(Number(year), Number(month), Number(day)) : null
  return Number(year) < 1880 ? null : found
}

/**
 * Reads the three boxes of a DateField as one Day, or null when all are empty. Errors stand under `name`, as the field expects them.
 * Messages are keys of the catalogue; `required` and `future` name the sentence, and without them the empty and the coming day are fine.
 */
export function readDay(input: Record<string, unknown>, name: string, context: z.RefinementCtx, options: Options = {}): Day | null {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((key) => String(input[`${name}.${key}`] ?? ''))
  const fail = (message: string) => context.addIssue({ code: 'custom', path: [name], message })
  if (day === '' && month === '' && year === '') {
    if (options.required) fail(options.required)
    return null
  }
  const found = dayOfBoxes([day, month, year])
  if (!found) fail('ui.date.notADay')
  else if (options.future && options.before && found > options.before()) fail(options.future)
  return found
}
