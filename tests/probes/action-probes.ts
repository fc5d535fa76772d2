import { randomUUID } from 'node:crypto'
import { can } from '@/lib/access/permissions'
import type { Permission } from '@/lib/access/matrix'
import { type BuiltAction, builtActions } from './action-list'
import { formOf, plain, scripted } from './action-forms'
import { carrierOf } from './carriers'
import type { Ground } from './ground'
import { type Candidate, candidatesOf, kindOfField, type Kind, madeUp, reaches } from './kinds'
import { type Subject, subjects } from './people'
import type { Pair } from './route-probes'

/** Unknown to every form. Whoever believes one of them widens somebody's rights. The ids among them are of nothing. */
export const flags: [string, string][] = [
  ['role', 'ADMINISTRATOR'], ['roles', 'ADMINISTRATOR'], ['scope', 'all'], ['may', 'user.manage'], ['override', 'true'], ['consent_overridden', 'true'], ['force', '1'], ['isAdmin', 'true'], ['admin', 'on'], ['clearances', 'PROTECTED_ADDRESS'],
  ['unitId', randomUUID()], ['ownerId', randomUUID()], ['userId', randomUUID()], ['actorId', randomUUID()], ['createdBy', randomUUID()], ['created_by', randomUUID()], ['decidedBy', randomUUID()], ['__proto__', 'x'], ['constructor', 'x'], ['actor.roles', 'ADMINISTRATOR'],
]

export const mayUse = (action: BuiltAction, subject: Subject): boolean => (action.may === null ? true : can({ roles: [...subject.roles] }, action.may as Permission))
/** Where one stands when sending a form by script: any page one may open. */
export const standing = (subject: Subject): string => (subject.email ? '/account' : '/sign-in')

export function headersOf(ground: Ground, subject: Subject, cookie = ground.cookie(subject)): Record<string, string> {
  // Each visitor for themselves: the limits are not what is tried here.
  return { origin: ground.address, 'x-forwarded-for': `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 250)).join('.')}`, ...cookie }
}

/** A right id for every field that takes one: rows of the ordinary veteran, or of whom the subject reaches. */
export function rightIds(ground: Pick<Ground, 'world'>, action: BuiltAction, subject: Subject): Record<string, string> {
  const own = subject.key === 'caseworker' ? 'assigned' : 'ordinary'
  const ids = Object.fromEntries(action.fields.flatMap((field) => {
    const kind = field.id ? kindOfField(action.name, field.name) : null
    if (!kind) return field.id ? [[field.name, randomUUID()]] : []
    const list = candidatesOf(ground.world, kind)
    return [[field.name, (list.find((one) => one.what.endsWith(` of ${own}`)) ?? list.find((one) => reaches(subject, one, true)) ?? list[0])?.id ?? '']]
  }))
  if ('relatedId' in ids) ids.relatedId = candidatesOf(ground.world, 'person').find(({ what }) => what.endsWith('second'))?.id ?? ''
  if (action.limit?.startsWith('reply') && action.fields.some(({ name }) => name === 'code')) ids.code = ground.world.codes.live
  return ids
}

export async function actionProbes(ground: Ground): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (const action of builtActions()) for (const subject of subjects) {
    if (/access\/actions\.ts (signIn|signOut)/.test(action.name)) continue
    // Taking the id of one's own session away would end the probes.
    const cookie = action.name.includes('Session') ? await ground.freshCookie(subject) : ground.cookie(subject)
    const right = rightIds(ground, action, subject)
    const fields = action.fields.filter((field) => field.id && kindOfField(action.name, field.name))
    for (const field of fields) pairs.push(...ofField(ground, action, subject, cookie, field.name, kindOfField(action.name, field.name) ?? '', right))
    if (action.limit && 'code' in right) pairs.push(...ofField(ground, action, subject, cookie, 'code', 'code', right))
  }
  return pairs
}

function ofField(ground: Ground, action: BuiltAction, subject: Subject, cookie: Record<string, string>, field: string, kind: Kind, right: Record<string, string>): Pair[] {
  const may = mayUse(action, subject)
  const siblings = Object.keys(right).length > 1
  const candidates = candidatesOf(ground.world, kind)
  // A code opens what is its owner's, and two fields that hold the same id are told so before anything is looked up.
  const own = (one: Candidate) => (action.may === null && 'code' in right && one.what.endsWith(' of ordinary')) || Object.entries(right).some(([other, id]) => other !== field && id === one.id)
  const hidden = candidates.filter((one) => !reaches(subject, one, may) && !own(one))
  // The row of another beside the right person. Every relation of the probes has the ordinary veteran at its other end, who may end it too.
  const strangers = siblings && 'personId' in right && field === 'row' && kind !== 'relation' ? candidates.filter((one) => reaches(subject, one, may) && one.id !== right[field]) : []
  const chosen = may ? [...hidden, ...strangers.map((one) => ({ ...one, what: `${one.what} under another` }))] : hidden.slice(0, 3)
  const page = carrierOf(ground, action, subject)
  const made = (how: 'script' | 'plain', what: string, id: string, extra: [string, string][]): Pair => {
    const ask = (value: string) => {
      const form = formOf(action, { ...right, [field]: value }, [['submission', randomUUID()], ...extra])
      const headers = headersOf(ground, subject, cookie)
      return { probe: how === 'script' ? scripted(action, form, headers) : plain(action, form, headers, page), echoed: [value, ...form.flatMap(([, text]) => text.match(/[0-9a-f-]{36}/g) ?? []), ...(how === 'plain' ? page.split(/[/=]/).filter((part) => part.length >= 16) : [])] }
    }
    return { what: `${subject.key} ${how} ${action.name} ${field}: ${what}`, subject, ...ask(id), nothing: () => ask(madeUp(kind)), onPage: how === 'plain' }
  }
  return chosen.flatMap((one, at) => [
    made('script', one.what, one.id, []),
    ...(at < 2 ? [made('plain', one.what, one.id, []), made('script', `${one.what} with flags`, one.id, flags)] : []),
  ])
}
