import { formOf, scripted } from './action-forms'
import { builtActions } from './action-list'
import { headersOf, mayUse, standing } from './action-probes'
import type { Ground } from './ground'
import type { Probe } from './http'
import { candidatesOf, madeUp, reaches } from './kinds'
import { type Subject, subjects, type Target, targets } from './people'
import { anyIds, addresses, builtRoutes, permitted, type Route, spokenQuery } from './routes'

/** One address as one of the subjects asks for it. */
export type Surface = { subject: Subject; route: Route; address: string }
/** The same address as a whole page, and as what the browser's script asks for. */
export const manners = ['page', 'flight'] as const
export type Manner = (typeof manners)[number]

export function ask(ground: Ground, { subject, address }: Pick<Surface, 'subject' | 'address'>, manner: Manner): Probe {
  const headers: Record<string, string> = manner === 'flight' ? { rsc: '1' } : { accept: 'text/html' }
  return { path: manner === 'flight' ? `${address}${address.includes('?') ? '&' : '?'}_rsc` : address, headers: { ...headers, ...ground.cookie(subject) } }
}

/** For every parameter the row of this person, or one there is where the parameter names no one's row. */
function valuesFor(ground: Ground, route: Route, subject: Subject, { key }: Target): Record<string, string> {
  return Object.fromEntries(route.parameters.flatMap(({ name, kind }) => {
    if (!kind) return []
    const list = candidatesOf(ground.world, kind)
    const found = list.find((one) => one.what.endsWith(` of ${key}`)) ?? list.find((one) => reaches(subject, one, true)) ?? list[0]
    return [[name, found?.id ?? madeUp(kind)]]
  }))
}

/** Whom a visitor without the permission tries: enough to see that the door is shut. */
const few = ['ordinary', 'secret', 'refugee']

/** Every page and file of the build, about everybody, for everybody. Also with the people and rows that stand behind the question mark. */
export function surfaces(ground: Ground): Surface[] {
  return builtRoutes().flatMap((route) => subjects.flatMap((subject) => {
    const may = permitted(route, subject)
    const about = targets.filter(({ key }) => may || few.includes(key))
    const plain = about.flatMap((who) => addresses(route, valuesFor(ground, route, subject, who), needed(ground, route, who)))
    const asked = about.flatMap((who) => Object.entries(route.queries).flatMap(([name, kind]) => {
      const row = candidatesOf(ground.world, kind).find((one) => one.what.endsWith(` of ${who.key}`)) ?? candidatesOf(ground.world, kind)[0]
      return row ? addresses(route, valuesFor(ground, route, subject, who), `?${name}=${row.id}`) : []
    }))
    return [...new Set([...plain, ...asked])].map((address) => ({ subject, route, address }))
  }))
}

/** What stands behind the question mark of a page that is nothing without it. */
function needed(ground: Ground, route: Route, { key }: Target): string {
  const name = /\?(\w+)=/.exec(route.page?.path?.(anyIds) ?? '')?.[1]
  const spoken = spokenQuery(route)
  if (!name || spoken) return spoken ?? ''
  const list = candidatesOf(ground.world, route.queries[name] ?? 'person')
  return `?${name}=${(list.find((one) => one.what.endsWith(` of ${key}`)) ?? list[0])?.id}`
}

/** Other states of the same page, as it links to them: tabs, filters, further pages of a list, the list as a file. The same rows in another order are no other state. */
export function statesOf({ address }: Surface, html: string): string[] {
  const path = address.split('?')[0] ?? ''
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&').split('#')[0] ?? '')
  return links.filter((href) => [path, `${path}/export`].includes(href.split('?')[0] ?? '') && href.includes('?') && !/[?&](sort|dir)=/.test(href))
}

/** A search that finds everybody the probes planted, by each who may search: the result stands at an address of its own, and of whoever looks for somebody to log a contact with at another. */
export async function searches(ground: Ground): Promise<Surface[]> {
  const search = builtActions().find(({ name }) => name.endsWith(' searchPeople'))
  const [route, quickLog] = ['/people', '/contacts/new'].map((path) => builtRoutes().find((one) => one.path === path))
  if (!search || !route || !quickLog) throw new Error('The build has no search')
  const found: Surface[] = []
  for (const subject of subjects.filter((one) => mayUse(search, one))) {
    const answer = await ground.send(scripted(search, formOf(search, {}, [['q', 'Zq0']]), headersOf(ground, subject), standing(subject)))
    const address = answer.headers['x-action-redirect']?.split(';')[0]
    if (!address) throw new Error(`${subject.key} cannot search: ${answer.body.toString().slice(-300)}`)
    found.push({ subject, route, address })
    if (permitted(quickLog, subject)) found.push({ subject, route: quickLog, address: address.replace(route.path, quickLog.path) })
  }
  return found
}
