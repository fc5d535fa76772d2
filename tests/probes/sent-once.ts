import { randomUUID } from 'node:crypto'
import type { BuiltAction } from './action-list'
import { excused } from './excused'
import type { Ground } from './ground'
import { faulty, nameOf, type Post, prepare } from './prepared'
import type { Undo, Written } from './undo'

/** `effect`: what one sending wrote. `wrong`: every way in which it was not done once. `idle`: it wrote nothing at all, and so nothing was shown. */
export type Sent = { action: string; effect: string[]; wrong: string[]; idle: string | null }

/** What asking leaves behind, done or not: sessions that were used, answers that are remembered, searches. */
export const traces = ['session', 'submission', 'person_search']

/** What was done, told so that two sendings of the same form tell the same. Pages that are shown again afterwards are looked at again: their rows of the log are no effect. */
function told(written: readonly Written[]): string[] {
  return written
    .filter(({ table, row }) => !traces.includes(table) && !(table === 'audit_event' && ['VIEW', 'LIST'].includes(String(row.kind))) && table !== 'audit_subject')
    .map(({ table, operation, columns, row }) => `${operation} ${table}${table === 'audit_event' ? ` ${row.kind} ${row.action}` : columns.length > 0 ? ` (${columns.sort().join(', ')})` : ''}`)
    .sort()
}

const withoutIds = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#').replaceAll(/\d{4}-\d\d-\d\dT\d\d(?::|%3A)\d\d(?::|%3A)[\d.]+Z/g, '#')

/** The form sent once, again, and a day later; then taken back, and sent five times at the same moment. Each time the whole database tells what was written. */
export async function sentOnce(ground: Ground, now: Post, later: Post, undo: Undo, all: readonly BuiltAction[], action: BuiltAction): Promise<Sent> {
  const excuse = excused[nameOf(action)]
  const before = await undo.mark()
  const wrong: string[] = []
  const since = async (mark: bigint) => told(await undo.since(mark)).filter((one) => !excuse?.again?.test(one))
  const judge = (how: string, wanted: string[], found: string[], answers: string[], first: string) => {
    if (found.join() !== wanted.join()) wrong.push(`${how}: ${found.join('; ') || 'nothing'} instead of ${wanted.join('; ') || 'nothing'}`)
    const other = answers.find((one) => faulty(one) || (one !== first && !excuse?.answer))
    if (other) wrong.push(`${how} is answered: ${other.slice(0, 200)}, and not: ${first.slice(0, 200)}`)
  }
  try {
    const prepared = await prepare(ground, now, all, action).catch((error: Error) => error)
    if (prepared instanceof Error) return { action: action.name, effect: [], wrong, idle: `cannot be made ready: ${prepared.message}` }
    const start = await undo.mark()
    const id = randomUUID()
    const first = await now(prepared, id)
    const effect = told(await undo.since(start))
    if (!effect.some((one) => !one.startsWith('INSERT audit_event DENIED'))) return { action: action.name, effect, wrong, idle: first.slice(0, 400) }
    for (const [how, post] of [['sent again', now], ['sent a day later', later]] as const) {
      if (post === later && excuse?.later) continue
      if (post === later) await ground.db.query("UPDATE submission SET created_at = created_at - interval '1 day' WHERE id = $1", [id])
      const mark = await undo.mark()
      const answer = await post(prepared, id)
      judge(how, [], await since(mark), [answer], first)
    }
    await undo.back(start)
    await ground.db.query('DELETE FROM access.rate_limit')
    const other = randomUUID()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => now(prepared, other)))
    judge('five at once', effect.filter((one) => !excuse?.again?.test(one)), await since(start), answers, answers[0] ?? '')
    // Made anew it may have another id, and was done at another moment; what it says is the same.
    judge('five at once', [], [], answers.map(withoutIds), withoutIds(first))
    return { action: action.name, effect, wrong, idle: null }
  } finally {
    await undo.back(before)
  }
}
