import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Fields, formOf, scripted } from './action-forms'
import type { BuiltAction } from './action-list'
import { headersOf, mayUse, rightIds, standing } from './action-probes'
import type { Ground } from './ground'
import type { Sender } from './http'
import { type Subject, subjects } from './people'
import { ready } from './ready'

/** What a form is made ready on: the register of the probes, and sessions. */
export type Register = Pick<Ground, 'world' | 'db' | 'freshCookie'>
/** Sends a form and says where it led, or what it said. Without an id of its own it is another sending than any before. */
export type Post = (prepared: Prepared, submission?: string) => Promise<string>
export const nameOf = ({ name }: Pick<BuiltAction, 'name'>) => name.split(' ')[1] ?? ''

/** A form that will do its work, who sends it, and where everything stands as it must before. */
export type Prepared = { action: BuiltAction; subject: Subject; cookie: Record<string, string>; fields: Fields; file: [string, Buffer][]; bare: boolean }

export async function prepare(ground: Register, post: Post, all: readonly BuiltAction[], action: BuiltAction): Promise<Prepared> {
  const made = ready[nameOf(action)] ?? {}
  const subject = made.as ? subjects.find(({ key }) => key === made.as) : action.may === null ? subjects.at(-1) : (subjects.find((one) => mayUse(action, one) && one.key !== 'coordinator') ?? subjects.find((one) => mayUse(action, one)))
  if (!subject) throw new Error(`Nobody may ${action.name}`)
  for (const name of made.first ?? []) {
    const before = all.find((one) => nameOf(one) === name)
    if (!before) throw new Error(`${action.name} comes after ${name}, which there is not`)
    await post(await prepare(ground, post, all, before))
  }
  if (made.sql) await ground.db.query(made.sql(ground.world))
  const right = { ...rightIds(ground, action, subject), ...(await made.ids?.(ground.world, ground.db)) }
  const extra = (await made.fields?.(ground.world, ground.db)) ?? []
  return { action, subject, cookie: await ground.freshCookie(subject), fields: formOf(action, right, extra), file: made.file ?? [], bare: made.bare ?? false }
}

/** Some forms read the id of the sending themselves: it is sent once all the same. */
const complete = ({ fields, bare, file }: Prepared, submission: string) => [...fields.filter(([name]) => name !== 'submission'), ...(bare ? [] : [['submission', submission] as const]), ...file]

/** As the browser's script does, to this server. */
export const overHttp = (ground: Ground, { send, address }: { send: Sender; address: string }): Post => async (prepared, submission = randomUUID()) => {
  const { action, subject, cookie } = prepared
  const answer = await send(scripted(action, complete(prepared, submission), { ...headersOf(ground, subject, cookie), origin: address }, standing(subject)))
  if (answer.headers['x-action-redirect']) return `goes to ${answer.headers['x-action-redirect']}`
  const body = answer.body.toString()
  const [, at = '1'] = /^0:\{"a":"\$@(\w+)"/m.exec(body) ?? []
  return `${answer.status} ${new RegExp(`^${at}:(.*)$`, 'm').exec(body)?.[1] ?? body.slice(0, 200)}`
}

/** Calls the action itself, as whoever holds the session: everything but the framework around it. Modules must see none (tests/proof/request.ts). */
export const directly: Post = async (prepared, submission = randomUUID()) => {
  const [file = '', name = ''] = prepared.action.name.split(' ')
  const { as, submit } = await import('@/tests/support/as')
  const { openSession } = await import('@/lib/access/session')
  const actions = (await import(pathToFileURL(resolve(file)).href)) as Record<string, Parameters<typeof submit>[0]>
  const values: Record<string, string | string[] | File> = {}
  for (const [field, value] of complete(prepared, submission)) values[field] = Buffer.isBuffer(value) ? new File([new Uint8Array(value)], 'fil.csv', { type: 'text/csv' }) : value
  const actor = prepared.cookie.token ? await openSession(prepared.cookie.token) : null
  const { state, redirectedTo } = await as(actor, () => submit(actions[name]!, values))
  return redirectedTo === null ? `200 ${JSON.stringify(state)}` : `goes to ${redirectedTo}`
}

/** Something of ours went wrong, and whoever sent it was told to try again. */
export const faulty = (text: string) => /Oplys koden|^500 /.test(text)
