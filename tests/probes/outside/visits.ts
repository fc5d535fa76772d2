import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { formOf, scripted } from '../action-forms'
import { type BuiltAction, builtActions } from '../action-list'
import { headersOf, mayUse } from '../action-probes'
import type { Ground } from '../ground'
import { type Answer, inParallel, type Probe } from '../http'
import { candidatesOf, kindOfField, type Kind, madeUp } from '../kinds'
import type { Subject } from '../people'
import type { Planted } from '../planter'
import { addresses, answersGet, builtRoutes, permitted, type Route } from '../routes'
import { wordsOfAnswer } from '../words'
import type { Stage } from './fields'
import { joined } from './plant-volunteers'
import { askers } from './relations'
import type { Outside } from './world'

/** One question from outside, and the page or form it is asked of. `side`: of a link, to whom it was sent. */
export type Asked = { asker: Subject; path: string; probe: Probe; side?: 'volunteer' | 'person' }
export type Found = Asked & { stage: Stage; answer: Answer; found: Planted[] }

/** Behind a door that is shut so many ids are tried: what is not opened is not opened for anybody. */
const SHUT = 2
/** In the small version every so many-th of the shut doors. */
const SPARSE = 6

/** The ids of this kind that somebody outside could hold or guess: their own, and everybody else's. */
function idsOf(ground: Ground, outside: Outside, kind: Kind): string[] {
  const { citizens, association, otherAssociation, formerAssociation } = outside
  const three = [association, otherAssociation, formerAssociation]
  const own: Record<string, string[]> = {
    person: citizens.map(({ id }) => id), volunteer: [outside.volunteer, outside.otherVolunteer], association: three.map(({ id }) => id), partnership_file: three.map(({ signed }) => signed), association_contact: three.map(({ contact }) => contact), dialogue_meeting: three.map(({ dialogue }) => dialogue),
    ...Object.fromEntries(['match', 'own match', 'running match'].map((name) => [name, citizens.flatMap(({ matchId }) => matchId ?? [])])), ...Object.fromEntries(['waiting', 'own question', 'volunteer_request'].map((name) => [name, citizens.map(({ requestId }) => requestId)])),
    companion_meeting: citizens.flatMap(({ meetingId }) => meetingId ?? []), 'other code': citizens.flatMap(({ codes }) => Object.values(codes)),
  }
  return [...(own[kind] ?? []), ...candidatesOf(ground.world, kind).map(({ id }) => id)]
}

/** Every page and file, by everybody outside, about everybody; where the door is shut about a few. */
export function outsidePages(ground: Ground, outside: Outside, cookies: Map<string, Record<string, string>>, small: boolean): Asked[] {
  const sideOf = new Map(outside.citizens.flatMap(({ codes }) => [[codes.volunteer, 'volunteer'], [codes.person, 'person']] as const))
  let shut = 0
  return builtRoutes().filter(answersGet).flatMap((route) => askers.flatMap((one) => {
    const may = permitted(route, one)
    if (!may && small && shut++ % SPARSE > 0) return []
    return addressesOf(ground, outside, route, may).flatMap((address) => (may ? ['page', 'flight'] : ['page']).map((manner): Asked => {
      const headers: Record<string, string> = manner === 'flight' ? { rsc: '1' } : { accept: 'text/html' }
      return { asker: one, path: route.path, side: sideOf.get(address.split('/').at(-1)), probe: { path: manner === 'flight' ? `${address}${address.includes('?') ? '&' : '?'}_rsc` : address, headers: { ...headersOf(ground, one, cookies.get(one.key)), ...headers } } }
    }))
  }))
}

function addressesOf(ground: Ground, outside: Outside, route: Route, may: boolean): string[] {
  const lists = route.parameters.map(({ name, kind }) => ({ name, ids: kind ? idsOf(ground, outside, kind) : [] }))
  const many = Math.max(1, ...lists.map(({ ids }) => ids.length))
  const all = Array.from({ length: may ? many : Math.min(many, SHUT) }, (_, at) => addresses(route, Object.fromEntries(lists.flatMap(({ name, ids }) => (ids.length > 0 ? [[name, ids[at % ids.length] ?? '']] : [])))))
  return [...new Set(all.flat())]
}

/** Where each of them stands when they send a form: the answer brings that page with it. */
const standing: Record<string, string> = { volunteer: '/min-side', 'former volunteer': '/min-side', representative: '/min-forening', 'former representative': '/min-forening', nobody: '/frivillig' }
/** They would end what is looked at, or need a secret that is sent by mail. */
const left = / (signIn|signOut|signOutEverywhere|endOneSession|signInByLink|choosePassword|changePassword|beginSetup|confirmSetup|enterCode)$/

/** Every form by everybody outside: where they may send it about everybody, else once. */
export function outsideForms(ground: Ground, outside: Outside, cookies: Map<string, Record<string, string>>, small: boolean): Asked[] {
  const codes = outside.citizens.flatMap(({ codes: { volunteer, person, checkInVolunteer, checkInPerson } }) => [{ code: volunteer, side: 'volunteer' as const }, { code: person, side: 'person' as const }, { code: checkInVolunteer, side: undefined }, { code: checkInPerson, side: undefined }].filter(({ code }) => code !== undefined))
  return builtActions().filter(({ name }) => !left.test(name)).flatMap((action, at) => askers.flatMap((one) => {
    const may = mayUse(action, one) && (action.may !== null || one.key === 'nobody')
    if (!may && small && at % SPARSE > 0) return []
    const byCode = action.fields.some(({ name }) => name === 'code')
    const sets = byCode && may ? codes.map(({ code, side }) => ({ ids: { code: code ?? '' }, side })) : idSets(ground, outside, action, may).map((ids) => ({ ids, side: undefined }))
    return sets.map(({ ids, side }): Asked => ({ asker: one, path: side ? '/frivillig/svar/[code]' : `${action.name}`, side, probe: scripted(action, formOf(action, ids, [['submission', randomUUID()]]), headersOf(ground, one, cookies.get(one.key)), standing[one.key] ?? '/sign-in') }))
  }))
}

function idSets(ground: Ground, outside: Outside, action: BuiltAction, may: boolean): Record<string, string>[] {
  const lists = action.fields.flatMap(({ name, id }) => {
    const kind = id ? kindOfField(action.name, name) : null
    return kind ? [{ name, ids: [...idsOf(ground, outside, kind), madeUp(kind)] }] : []
  })
  const many = may ? Math.max(1, ...lists.map(({ ids }) => ids.length)) : 1
  return Array.from({ length: many }, (_, at) => Object.fromEntries(lists.map(({ name, ids }) => [name, ids[at % ids.length] ?? ''])))
}

/** What a calendar program would be given, had they the address of a feed. */
export async function outsideFeeds(ground: Ground): Promise<Asked[]> {
  const all: Asked[] = []
  for (const one of askers.filter(({ email }) => email)) {
    const token = randomBytes(32).toString('base64url')
    await ground.db.query('INSERT INTO calendar_feed (user_id, token_hash) SELECT id, $2 FROM app_user WHERE email = $1 ON CONFLICT (user_id) DO UPDATE SET token_hash = EXCLUDED.token_hash', [one.email, createHash('sha256').update(token).digest()])
    all.push({ asker: one, path: '/api/calendar/[token]', probe: { path: `/api/calendar/${token}.ics` } })
  }
  return all
}

/** Asks all of it, a few at a time. */
export async function askOutside(ground: Ground, all: readonly Asked[], stage: Stage, each: (found: Found) => void): Promise<void> {
  await inParallel(all, 6, async (asked) => {
    const answer = await ground.send(asked.probe)
    each({ ...asked, stage, answer, found: markersIn(ground, await wordsOfAnswer(answer)) })
  })
}

export const markersIn = ({ world: { planter } }: Ground, text: string): Planted[] => [...new Map([text, joined(text)].flatMap((one) => planter.find(one)).map((one) => [`${one.person} ${one.table} ${one.column}`, one])).values()]

/** The sessions they asked with in the beginning: what has ended must have ended for a page that was open as well. */
export async function openSessions(ground: Ground): Promise<Map<string, Record<string, string>>> {
  const cookies = new Map<string, Record<string, string>>()
  for (const one of askers) cookies.set(one.key, await ground.freshCookie(one))
  return cookies
}

/** Their own pages once more: those that showed something. */
export const ownPages = (all: readonly Asked[]): Asked[] => all.filter(({ asker: { key }, path }) => (key === 'volunteer' && path.startsWith('/min-side')) || (key === 'representative' && path.startsWith('/min-forening')))

