import { randomUUID } from 'node:crypto'
import { plain, scripted } from './action-forms'
import { type BuiltAction, builtActions } from './action-list'
import { carrierOf } from './carriers'
import { headersOf, mayUse, rightIds, standing } from './action-probes'
import type { Ground } from './ground'
import { inParallel, multipart, type Probe } from './http'
import { formOf } from './action-forms'
import type { Numbers } from './numbers'
import { type Subject, subjects } from './people'
import { addresses, builtRoutes } from './routes'

/** Something with numbers in it on its way to the server. */
export type Spill = { what: string; subject: Subject; probe: Probe }

const who = (key: string): Subject => subjects.find((one) => one.key === key)!
const userOf = (action: BuiltAction): Subject => subjects.find((subject) => mayUse(action, subject) && subject.email && subject.key !== 'coordinator') ?? subjects.at(-1)!
const choice = (name: string) => /\.(day|month|year)$/.test(name)

/** Every form, with a number in every field that takes words, in the fields that take ids, and in fields it does not know. */
export function inForms(ground: Ground, numbers: Numbers, rounds: number): Spill[] {
  const actions = builtActions().filter(({ name }) => !/ (signOut|signOutEverywhere|endOneSession|setActive|takeRight)$/.test(name))
  return Array.from({ length: rounds }, (_, round) => round).flatMap((round) => actions.flatMap((action) => {
    const subject = userOf(action)
    const right = rightIds(ground, action, subject)
    const form = formOf(action, right, [['submission', randomUUID()]])
    const known = action.fields
    const words = known.filter(({ name, id, choices }) => !id && choices.length === 0 && !choice(name)).map(({ name }) => name)
    const all = form.map(([name, text]): [string, string] => [name, words.includes(name) ? numbers.written() : text])
    const one = words.map((only) => form.map(([name, text]): [string, string] => [name, name === only ? numbers.written() : text]))
    const ids = known.filter(({ id }) => id).map((only) => form.map(([name, text]): [string, string] => [name, name === only.name ? numbers.written() : text]))
    const strange: [string, string][] = [...form, [numbers.written(), numbers.written()], ['cpr', numbers.written()]]
    const [how, page] = round % 2 === 0 ? [scripted, standing(subject)] : [plain, carrierOf(ground, action, subject)]
    return [all, ...one, ...ids, strange].map((fields) => ({ what: `form ${action.name}`, subject, probe: how(action, fields, headersOf(ground, subject), page) }))
  }))
}

/** Addresses: as a part of the path and behind the question mark, and as where one says one came from. */
export function inAddresses(ground: Ground, numbers: Numbers, rounds: number): Spill[] {
  return Array.from({ length: rounds }).flatMap(() => builtRoutes().flatMap((route) => (['coordinator', 'officer', 'nobody'] as const).flatMap((key) => {
    const subject = who(key)
    const values = Object.fromEntries(route.parameters.map(({ name }) => [name, encodeURIComponent(numbers.written())]))
    const [path = '/'] = addresses(route, values)
    const query = ['q', 's', 'person', 'open', 'next', 'field', 'page'].map((name) => `${name}=${encodeURIComponent(numbers.written())}`).join('&')
    const headers = { accept: 'text/html', ...ground.cookie(subject), referer: `${ground.address}/people?q=${encodeURIComponent(numbers.written())}` }
    return [{ what: `address ${route.path}`, subject, probe: { path, headers } }, { what: `question ${route.path}`, subject, probe: { path: `${path}?${query}`, headers } }]
  })))
}

/** Bodies no form sends: too large, cut, in another encoding, of another kind. */
export function inBroken(ground: Ground, numbers: Numbers, rounds: number): Spill[] {
  const subject = who('colleague')
  const action = builtActions().find(({ name }) => name.endsWith(' createPerson'))!
  const headers = headersOf(ground, subject)
  const send = (what: string, type: string, body: string | Buffer, more: Record<string, string> = {}): Spill => ({ what: `body ${what}`, subject, probe: { method: 'POST', path: '/account', headers: { ...headers, accept: 'text/x-component', 'content-type': type, 'next-action': action.id, ...more }, body } })
  const form = () => multipart([['_1_firstName', numbers.written()], ['0', '["$undefined","$K1"]']])
  return Array.from({ length: rounds }).flatMap(() => {
    const [whole, cut] = [form(), form()]
    return [
      send('cut', cut.type, cut.body.subarray(0, -20)), send('without its end', whole.type.replace('Zu0gW', 'other'), whole.body), send('as JSON', 'application/json', `{"cpr":"${numbers.written()}"`),
      send('as text', 'text/plain;charset=UTF-8', `["${numbers.written()}",{"cpr":"${numbers.written()}"`), send('of half letters', whole.type, Buffer.concat([Buffer.from([0xff, 0xfe, 0xe0, 0xa4]), form().body])),
      send('for an action there is not', whole.type, form().body, { 'next-action': numbers.digits() }), send('with a broken reference', form().type, multipart([['0', `["$F${numbers.digits()}","$K9"]`], [numbers.written(), 'x']]).body),
      send('as a form of old', 'application/x-www-form-urlencoded', `cpr=${encodeURIComponent(numbers.written())}`),
      { what: 'body palette', subject, probe: { method: 'POST', path: '/api/palette', headers: { ...headers, 'content-type': 'application/json' }, body: `{"query":"${numbers.written()}` } },
      { what: 'body palette', subject, probe: { method: 'POST', path: '/api/palette', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ query: numbers.written() }) } },
      { what: 'method', subject, probe: { method: 'PUT', path: `/people/${encodeURIComponent(numbers.written())}`, headers, body: numbers.written() } },
      { what: 'header', subject, probe: { path: '/people', headers: { ...headers, 'next-router-state-tree': numbers.written().replace(/[^\x20-\x7e]/g, ''), rsc: '1' } } },
      { what: 'sign-in', subject: who('nobody'), probe: { method: 'POST', path: '/api/auth/callback/credentials', headers: { ...headersOf(ground, who('nobody')), 'content-type': 'application/x-www-form-urlencoded' }, body: `email=${encodeURIComponent(numbers.written())}&password=${numbers.digits()}` } },
    ]
  })
}

/** One body larger than any form may be. */
export function tooLarge(ground: Ground, numbers: Numbers): Spill {
  const subject = who('colleague')
  const action = builtActions().find(({ name }) => name.endsWith(' uploadRegister'))!
  const lines = Array.from({ length: 200 }, () => `${numbers.written()};${numbers.digits()}\n`).join('')
  const { body, type } = multipart([['_1_file', Buffer.from(lines.padEnd(27 * 2 ** 20, `${numbers.digits()};`))], ['0', '["$undefined","$K1"]']])
  return { what: 'body too large', subject, probe: { method: 'POST', path: '/imports', headers: { ...headersOf(ground, subject), accept: 'text/x-component', 'next-action': action.id, 'content-type': type }, body } }
}

/** Register files: right ones, ones with broken rows, and ones that are no register at all; through reading, columns and confirming. */
export function inFiles(ground: Ground, numbers: Numbers, rounds: number): Spill[] {
  const subject = who('colleague')
  const action = builtActions().find(({ name }) => name.endsWith(' uploadRegister'))!
  const row = () => `${numbers.written()};Navn ${numbers.written()};Efternavn;Vej 1, ${numbers.digits()};8900;Randers C`
  const files = () => [
    `CPR-nummer;Fornavn;Efternavn;Adresse;Postnr;By\n${Array.from({ length: 30 }, row).join('\n')}\n`,
    `CPR-nummer;Fornavn\n${Array.from({ length: 10 }, row).join(';"\n')}`, `${row()}\u0000${row()}`, Array.from({ length: 5 }, () => numbers.digits()).join('\u2028'),
  ]
  return Array.from({ length: rounds }).flatMap(() => files().map((text) => {
    const { body, type } = multipart([['_1_submission', randomUUID()], ['_1_file', Buffer.from(text)], ['0', '[null,"$K1"]']])
    return { what: 'file', subject, probe: { method: 'POST', path: '/imports', headers: { ...headersOf(ground, subject), accept: 'text/x-component', 'next-action': action.id, 'content-type': type }, body } }
  }))
}

function readable(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** Sends them, and tells of numbers where an answer must not have them: in headers, in addresses, and on anybody's page of a fault. */
export async function spill(ground: Ground, numbers: Numbers, spills: readonly Spill[], wrong: Set<string>): Promise<Map<number, number>> {
  const statuses = new Map<number, number>()
  await inParallel(spills, 6, async ({ what, probe }) => {
    const answer = await ground.send(probe).catch(() => null)
    if (!answer) return void statuses.set(0, (statuses.get(0) ?? 0) + 1)
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    // A page, also one of a fault, carries the address it was asked for: as it was written, and with what stood behind percent signs read.
    const written = `${probe.path} ${probe.headers?.referer ?? ''}`
    const asked = new Set(numbers.find(`${written} ${readable(written)}`))
    const outside = (text: string) => numbers.find(text).filter((digits) => !asked.has(digits))
    if (outside(JSON.stringify(answer.headers)).length > 0) wrong.add(`header: ${what} answers ${answer.status}`)
    const body = answer.body.toString()
    const links = [...body.matchAll(/(?:href|src|action)=\\?"([^"\\]*)/g)].map(([, address]) => address).join('\n')
    if (outside(links).length > 0) wrong.add(`link: ${what}`)
    if (answer.status >= 500 && outside(body).length > 0) wrong.add(`page of a fault: ${what}`)
  })
  return statuses
}
