import { describe, expect, it } from 'vitest'
import { momentAt, toDay } from '@/lib/platform/day'
import { type Account, isFound, isInState, standingOf, userStates } from './rules'

const today = toDay('2026-11-22')
const at = (day: string) => momentAt(toDay(day), 12)
const signed: Account = { active: true, federated: false, hasPassword: true, lastSignInAt: at('2026-11-20'), createdAt: at('2024-01-01'), invitedUntil: null, people: 0, talks: 0 }
const fresh: Account = { ...signed, hasPassword: false, lastSignInAt: null, createdAt: at('2026-11-20') }
const on = (user: Account) => userStates.filter((state) => isInState(state, user, today))

describe('the lists of users', () => {
  it.each<[string, Account, string[]]>([
    ['signs in', signed, ['all', 'open']],
    ['has a link for a new password as well', { ...signed, invitedUntil: at('2026-11-24') }, ['all', 'open']],
    ['has a link that works', { ...fresh, invitedUntil: at('2026-11-24') }, ['all', 'invited']],
    ['let the link run out', fresh, ['all', 'expired']],
    ['let it run out half a year ago', { ...fresh, createdAt: at('2026-05-01') }, ['all', 'expired', 'quiet']],
    ['comes by the provider and has not been here yet', { ...fresh, federated: true }, ['all', 'open']],
    ['was last here 91 days ago', { ...signed, lastSignInAt: at('2026-08-23') }, ['all', 'open', 'quiet']],
    ['was last here 90 days ago', { ...signed, lastSignInAt: at('2026-08-24') }, ['all', 'open']],
    ['is closed', { ...signed, active: false, lastSignInAt: at('2020-01-01') }, ['all', 'closed']],
    ['is closed and leaves a talk', { ...signed, active: false, talks: 1 }, ['all', 'closed', 'left']],
    ['is open, whoever is without anybody', { ...signed, people: 3 }, ['all', 'open']],
  ])('who %s', (_what, user, lists) => expect(on(user)).toEqual(lists))

  it('have everybody on exactly one of open, invited, expired and closed', () => {
    for (const user of [signed, fresh, { ...fresh, active: false }]) expect(on(user).filter((state) => ['open', 'invited', 'expired', 'closed'].includes(state))).toEqual([standingOf(user)])
  })
})

describe('the search', () => {
  const user = { name: 'Åse Ørum', email: 'aase.oerum@kommune.dk', title: 'Sagsbehandler', roles: ['CASEWORKER' as const], unitId: 'u' }
  const all = { words: null, role: null, unit: null }
  it.each([
    [{ words: 'ØRUM sags' }, true], [{ words: 'aase.oerum@' }, true], [{ words: 'ørum leder' }, false], [{ role: 'CASEWORKER' as const }, true], [{ role: 'MANAGER' as const }, false],
    [{ role: 'none' as const }, false], [{ unit: 'u' }, true], [{ unit: 'none' }, false], [{ words: 'åse', role: 'CASEWORKER' as const, unit: 'u' }, true], [{ words: 'åse', unit: 'v' }, false],
  ])('%j: %s', (filter, found) => expect(isFound({ ...all, ...filter }, user)).toBe(found))
  it('finds who has neither role nor unit', () => expect(isFound({ ...all, role: 'none', unit: 'none' }, { ...user, title: null, roles: [], unitId: null })).toBe(true))
})
