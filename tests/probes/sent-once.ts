import { randomUUID } from 'node:crypto'
import { formOf, scripted } from './action-forms'
import type { BuiltAction } from './action-list'
import { headersOf, mayUse, rightIds, standing } from './action-probes'
import type { Ground } from './ground'
import type { Answer, Sender } from './http'
import { subjects } from './people'
import { excused } from './excused'
import { ready } from './ready'
import type { Undo, Written } from './undo'

/** `effect`: what one sending wrote. `wrong`: every way in which it was not done once. `idle`: it wrote nothing at all, and so nothing was shown. */
export type Sent = { action: string; effect: string[]; wrong: string[]; idle: string | null }

type Server = { send: Sender; address: string }
const nameOf = ({ name }: BuiltAction) => name.split(' ')[1] ?? ''

/** What asking leaves behind, done or not: limits, sessions that were used, answers that are remembered. */
const traces = ['session', 'submission', 'rate_limit', 'person_search']

/** What was done, told so that two sendings of the same form tell the same. Pages that are shown again afterwards are looked at again: their rows of the log are no effect. */
function told(written: readonly Written[]): string[] {
  return written
    .filter(({ table, row }) => !traces.includes(table) && !(table === 'audit_event' && ['VIEW', 'LIST'].includes(String(row.kind))) && table !== 'audit_subject')
    .map(({ table, operation, columns, row }) => `${operation} ${table}${table === 'audit_event' ? ` ${row.kind} ${row.action}` : columns.length > 0 ? ` (${columns.sort().join(', ')})` : ''}`)
    .sort()
}

/** Where it led and what it said; what was typed comes back in it too. */
export function said(answer: Answer): string {
  if (answer.headers['x-action-redirect']) return `goes to ${answer.headers['x-action-redirect']}`
  const body = answer.body.toString()
  const [, at = '1'] = /^0:\{"a":"\$@(\w+)"/m.exec(body) ?? []
  return `${answer.status} ${new RegExp(`^${at}:(.*)$`, 'm').exec(body)?.[1] ?? body.slice(0, 200)}`
}

const withoutIds = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#')

/** Who sends it, and the form filled in, with everything as it must stand first. */
async function prepare(ground: Ground, all: readonly BuiltAction[], action: BuiltAction) {
  const made = ready[nameOf(action)] ?? {}
  const found = made.as ? subjects.find(({ key }) => key === made.as) : action.may === null ? subjects.at(-1) : (subjects.find((one) => mayUse(action, one) && one.key !== 'coordinator') ?? subjects.find((one) => mayUse(action, one)))
  if (!found) throw new Error(`Nobody may ${action.name}`)
  for (const name of made.first ?? []) {
    const before = all.find((one) => nameOf(one) === name)
    if (!before) throw new Error(`${action.name} comes after ${name}, which there is not`)
    await (await prepare(ground, all, before))(ground, randomUUID())
  }
  if (made.sql) await ground.db.query(made.sql(ground.world))
  const cookie = await ground.freshCookie(found)
  const right = { ...rightIds(ground, action, found), ...(await made.ids?.(ground.world, ground.db)) }
  const extra = (await made.fields?.(ground.world, ground.db)) ?? []
  return ({ send, address }: Server, submission: string) =>
    send(scripted(action, [...formOf(action, right, [...extra, ...(made.bare ? [] : [['submission', submission] as [string, string]])]), ...(made.file ?? [])], { ...headersOf(ground, found, cookie), origin: address }, standing(found)))
}

/** The form sent once, again, and a day later; then taken back, and sent five times at the same moment. Each time the whole database tells what was written. */
export async function sentOnce(ground: Ground, later: Server, undo: Undo, all: readonly BuiltAction[], action: BuiltAction): Promise<Sent> {
  const excuse = excused[nameOf(action)]
  const before = await undo.mark()
  const wrong: string[] = []
  const since = async (mark: bigint) => told(await undo.since(mark)).filter((one) => !excuse?.again?.test(one))
  const judge = (how: string, wanted: string[], found: string[], answers: string[], first: string) => {
    if (found.join() !== wanted.join()) wrong.push(`${how}: ${found.join('; ') || 'nothing'} instead of ${wanted.join('; ') || 'nothing'}`)
    const other = answers.find((one) => one !== first && !excuse?.answer)
    if (other) wrong.push(`${how} is answered: ${other.slice(0, 200)}, and not: ${first.slice(0, 200)}`)
  }
  try {
    const post = await prepare(ground, all, action).catch((error: Error) => error)
    if (post instanceof Error) return { action: action.name, effect: [], wrong, idle: `cannot be made ready: ${post.message}` }
    const start = await undo.mark()
    const id = randomUUID()
    const first = said(await post(ground, id))
    const effect = told(await undo.since(start))
    if (!effect.some((one) => !/^INSERT audit_event (DENIED|LIST)/.test(one))) return { action: action.name, effect, wrong, idle: first.slice(0, 400) }
    for (const [how, server] of [['sent again', ground], ['sent a day later', later]] as const) {
      if (server === later && excuse?.later) continue
      if (server === later) await ground.db.query("UPDATE submission SET created_at = created_at - interval '1 day' WHERE id = $1", [id])
      const mark = await undo.mark()
      const answer = said(await post(server, id))
      judge(how, [], await since(mark), [answer], first)
    }
    await undo.back(start)
    await ground.db.query('DELETE FROM access.rate_limit')
    const other = randomUUID()
    const answers = (await Promise.all([1, 2, 3, 4, 5].map(() => post(ground, other)))).map(said)
    const found = await since(start)
    judge('five at once', effect.filter((one) => !excuse?.again?.test(one)), found, answers, answers[0] ?? '')
    // Made anew it may have another id; what it says is the same.
    judge('five at once', [], [], answers.map(withoutIds), withoutIds(first))
    if (answers.some((one) => /Oplys koden|^500 /.test(one))) wrong.push(`five at once: a fault of the server is shown: ${answers.find((one) => /Oplys koden|^500 /.test(one))?.slice(0, 200)}`)
    return { action: action.name, effect, wrong, idle: null }
  } finally {
    await undo.back(before)
  }
}
