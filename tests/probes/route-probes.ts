import { cleared } from './fields'
import type { Ground } from './ground'
import type { Probe } from './http'
import { type Candidate, candidatesOf, type Kind, madeUp, reaches, spoilt } from './kinds'
import { type Subject, subjects } from './people'
import { anyIds, addresses, answersGet, builtRoutes, permitted, type Route, spokenQuery } from './routes'

/** One question and the same question about nothing: the answers must not differ. `echoed`: what each of the two was sent. */
export type Pair = { what: string; subject: Subject; probe: Probe; echoed: string[]; nothing: () => { probe: Probe; echoed: string[] }; /** The answer is a page that shows its own people, whatever was asked: only words that do not stand there anyway tell something. */ onPage?: boolean }
/** A right question: it must be answered, or the probes beside it prove nothing. */
export type Control = { what: string; subject: Subject; probe: Probe }

const variants: readonly { name: string; headers: Record<string, string>; query: string; method?: string }[] = [
  { name: 'page', headers: { accept: 'text/html' }, query: '' },
  { name: 'flight', headers: { rsc: '1' }, query: '_rsc' },
  { name: 'prefetch', headers: { rsc: '1', 'next-router-prefetch': '1' }, query: '_rsc=HEAvJdHAQJrUAe2K' },
  { name: 'head', headers: { accept: '*/*' }, query: '', method: 'HEAD' },
]

function asked(variant: (typeof variants)[number], address: string, cookie: Record<string, string>): Probe {
  return { method: variant.method ?? 'GET', path: variant.query ? `${address}${address.includes('?') ? '&' : '?'}${variant.query}` : address, headers: { ...variant.headers, ...cookie } }
}

/** For every parameter a right value: rows that belong together, of the ordinary veteran or of whom the subject reaches. */
export function rightValues(ground: Ground, route: Route, subject: Subject): Record<string, string> {
  const own = subject.key === 'caseworker' ? 'assigned' : 'ordinary'
  return Object.fromEntries(route.parameters.flatMap(({ name, kind }) => {
    if (!kind) return []
    const list = candidatesOf(ground.world, kind)
    const right = list.find((one) => one.what.endsWith(` of ${own}`)) ?? list.find((one) => reaches(subject, one, true)) ?? list[0]
    return [[name, right?.id ?? madeUp(kind)]]
  }))
}

/** What must be hidden under this parameter: rows out of reach, rows of another parent, ids of other kinds. */
function hiddenFor(ground: Ground, route: Route, subject: Subject, name: string, kind: Kind, right: Record<string, string>): Candidate[] {
  const may = permitted(route, subject)
  const hidden = candidatesOf(ground.world, kind).filter((one) => !reaches(subject, one, may))
  const siblings = route.parameters.filter((one) => one.kind && one.name !== name)
  const strangers = siblings.length === 0 ? [] : candidatesOf(ground.world, kind).filter((one) => reaches(subject, one, may) && one.id !== right[name] && !togetherAnyway(route, name, kind, one))
  const foreign = (['person', 'letter', 'run', 'file', 'user', 'batch', 'duplicate_pair'] as const).filter((other) => other !== kind && kind !== 'code' && kind !== 'token' && kind !== 'rule')
    .flatMap((other) => candidatesOf(ground.world, other).slice(0, 1).map((one) => ({ ...one, what: `${one.what} as ${kind}` })))
    .filter(({ id }) => !candidatesOf(ground.world, kind).some((one) => one.id === id && reaches(subject, one, may)))
  return [...hidden, ...strangers.map((one) => ({ ...one, what: `${one.what} under another` })), ...foreign]
}

/** Everybody is a member of the first run: a person under it is at home there, whoever it is. So is what was merged into the ordinary veteran under them; and a record that was merged away leads on to the other, whatever is asked for beneath it. */
function togetherAnyway(route: Route, name: string, kind: Kind, { what }: Candidate): boolean {
  return (kind === 'person' && name === 'personId' && route.path.startsWith('/outreach/runs/')) || (route.path.startsWith('/people/') && what.endsWith(' of merged'))
}

/** No such section; a ground of protection the person does not have; and what only whoever has the case does with it. */
export const conditional = /\/(nothing(\/edit|\/new)?|edit\/lift|give|transfer|professional)$/

export function routeProbes(ground: Ground): { pairs: Pair[]; controls: Control[] } {
  const pairs: Pair[] = []
  const controls: Control[] = []
  for (const route of builtRoutes()) for (const subject of subjects) {
    const cookie = ground.cookie(subject)
    const right = rightValues(ground, route, subject)
    const reached = route.parameters.every(({ name, kind }) => !kind || candidatesOf(ground.world, kind).some((one) => one.id === right[name] && reaches(subject, one, true)))
    if (permitted(route, subject) && subject.email && reached && answersGet(route) && (route.path !== '/people/[personId]/shown' || cleared.includes(subject.key))) for (const address of addresses(route, right, rightQuery(ground, route, right)).filter((one) => !conditional.test(one))) controls.push({ what: `${subject.key} ${address}`, subject, probe: asked(variants[0]!, address, cookie) })
    for (const { name, kind } of route.parameters) if (kind) pairs.push(...ofParameter(ground, route, subject, name, kind, right))
    for (const [name, kind] of Object.entries(route.queries)) pairs.push(...ofQuery(ground, route, subject, name, kind, right))
  }
  return { pairs, controls }
}

/** Where the page cannot be asked for without one: the id behind the question mark. */
export function rightQuery(ground: Ground, route: Route, right: Record<string, string>): string {
  const name = /\?(\w+)=/.exec(route.page?.path?.(anyIds) ?? '')?.[1]
  return spokenQuery(route) ?? (name ? `?${name}=${right[name] ?? candidatesOf(ground.world, route.queries[name] ?? 'person')[0]?.id}` : '')
}

function ofParameter(ground: Ground, route: Route, subject: Subject, name: string, kind: Kind, right: Record<string, string>): Pair[] {
  const cookie = ground.cookie(subject)
  const hidden = hiddenFor(ground, route, subject, name, kind, right)
  const beside = Object.entries(right).flatMap(([other, id]) => (other === name ? [] : [id]))
  const made = (variant: (typeof variants)[number], what: string, value: string, spoil: (id: string) => string = (id) => id) => {
    const at = (id: string) => addresses(route, { ...right, [name]: spoil(id) })
    return at(value).map((address, nth): Pair => ({
      what: `${subject.key} ${variant.name} ${route.path} ${name}: ${what}`, subject, probe: asked(variant, address, cookie), echoed: [spoil(value), decoded(spoil(value)), value, ...beside],
      nothing: () => {
        const id = madeUp(kind)
        return { probe: asked(variant, at(id)[nth] ?? '', cookie), echoed: [spoil(id), decoded(spoil(id)), id, ...beside] }
      },
    }))
  }
  const plain = variants.flatMap((variant) => hidden.flatMap((one) => made(variant, one.what, one.id)))
  const one = hidden.find(({ what }) => what.endsWith(' of refugee')) ?? hidden[0]
  const odd = one ? spoilt.flatMap(([how, spoil]) => made(variants[0]!, `${one.what} ${how}`, one.id, spoil).slice(0, 1)) : []
  return [...plain, ...odd]
}

function ofQuery(ground: Ground, route: Route, subject: Subject, name: string, kind: Kind, right: Record<string, string>): Pair[] {
  const hidden = candidatesOf(ground.world, kind).filter((one) => !reaches(subject, one, permitted(route, subject)))
  const cookie = ground.cookie(subject)
  return hidden.flatMap((one) => variants.slice(0, 2).flatMap((variant) => {
    const at = (id: string) => addresses(route, right, `?${name}=${id}`)
    return at(one.id).slice(0, 2).map((address, nth): Pair => ({
      what: `${subject.key} ${variant.name} ${route.path}?${name}: ${one.what}`, subject, probe: asked(variant, address, cookie), echoed: [one.id, ...Object.values(right)],
      nothing: () => {
        const id = madeUp(kind)
        return { probe: asked(variant, at(id)[nth] ?? '', cookie), echoed: [id, ...Object.values(right)] }
      },
    }))
  }))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
