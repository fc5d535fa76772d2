import { describe, expect, it } from 'vitest'
import { rolesFromClaims } from '@/lib/access/auth/options'
import { openSession, startSession } from '@/lib/access/session'
import { callAccess } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'

const issuer = 'https://idp.example'
const signIn = async (subject: string, email: string, roles: string[], from = issuer) =>
  (await callAccess<{ id: string | null }>('SELECT access.federated_user($1, $2, $3, $4, $5::role[]) AS id', [from, subject, email, 'Kim Test', roles]))[0]?.id ?? null
const rolesOf = async (id: string | null) => (await openSession(await startSession(id ?? '', 'test')))?.roles

describe('a user of the identity provider', () => {
  it('whose address belongs to a local account neither takes it over nor is kept out', async () => {
    const local = await staff('ADMINISTRATOR')
    const id = await signIn('s-1', local.email, ['CASEWORKER'])
    expect(id).not.toBeNull()
    expect(id).not.toBe(local.userId)
    expect([await rolesOf(id), await rolesOf(local.userId)]).toEqual([['CASEWORKER'], ['ADMINISTRATOR']])
  })

  it('is known by the provider’s id: a new address changes nothing, a former colleague’s address opens nothing', async () => {
    const first = await signIn('s-2', 'anna@kommune.invalid', ['VETERAN_COORDINATOR'])
    expect(await signIn('s-2', 'anna.ny@kommune.invalid', ['VETERAN_COORDINATOR'])).toBe(first)
    const namesake = await signIn('s-3', 'anna@kommune.invalid', ['CASEWORKER'])
    expect(namesake).not.toBe(first)
    expect(await signIn('s-3', 'anna.ny@kommune.invalid', ['CASEWORKER'])).toBe(namesake)
    expect(await signIn('s-2', 'x@kommune.invalid', ['CASEWORKER'], 'https://other.example')).not.toBe(first)
  })

  it('without an address is let in, twice over', async () => {
    const [first, second] = [await signIn('s-4', '', ['CASEWORKER']), await signIn('s-5', '', ['CASEWORKER'])]
    expect(first && second && first !== second).toBe(true)
  })

  it('without a role, a subject or an open account is not', async () => {
    expect(await signIn('s-6', 'a@kommune.invalid', [])).toBeNull()
    expect(await owner().user.count({ where: { subject: 's-6' } })).toBe(0)
    expect(await signIn('', 'b@kommune.invalid', ['CASEWORKER'])).toBeNull()
    const id = await signIn('s-7', 'c@kommune.invalid', ['CASEWORKER'])
    await owner().user.update({ where: { id: id ?? '' }, data: { active: false } })
    expect(await signIn('s-7', 'c@kommune.invalid', ['CASEWORKER'])).toBeNull()
  })

  it('holds the roles of the claims from this sign-in on, and none when the provider has taken the last', async () => {
    const id = await signIn('s-8', 'd@kommune.invalid', ['CASEWORKER', 'VETERAN_COORDINATOR'])
    const open = await startSession(id ?? '', 'test')
    await signIn('s-8', 'd@kommune.invalid', ['MANAGER'])
    expect((await openSession(open))?.roles).toEqual(['MANAGER'])
    expect(await signIn('s-8', 'd@kommune.invalid', [])).toBeNull()
    expect((await openSession(open))?.roles).toEqual([])
  })

  it('signing in for the first time in two browsers at once is one user', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => signIn('s-9', 'e@kommune.invalid', ['CASEWORKER'])))
    expect(new Set(ids).size).toBe(1)
    expect(await owner().roleGrant.count({ where: { userId: ids[0] ?? '' } })).toBe(1)
  })

  it('gets only roles the map names', () => {
    const map = 'indgang-koordinator=VETERAN_COORDINATOR, indgang-dpo=DATA_PROTECTION_OFFICER'
    expect(rolesFromClaims({ roles: ['indgang-koordinator', 'ADMINISTRATOR', 'x'] }, 'roles', map)).toEqual(['VETERAN_COORDINATOR'])
    expect(rolesFromClaims({ roles: 'indgang-dpo' }, 'roles', map)).toEqual(['DATA_PROTECTION_OFFICER'])
    expect([rolesFromClaims({}, 'roles', map), rolesFromClaims({ roles: [''] }, 'roles', ''), rolesFromClaims({ roles: { a: 1 } }, 'roles', map)]).toEqual([[], [], []])
  })
})

it('a password address belongs to one user, however it is written', async () => {
  const local = await staff('CASEWORKER')
  await expect(owner().user.create({ data: { email: local.email.toUpperCase(), name: 'Twin' } })).rejects.toThrow()
})
