import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { saveLanguages, saveOwnLanguages } from '@/lib/access/users/actions'
import { findUser, ownLanguages } from '@/lib/access/users/queries'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'

let admin: Actor, colleague: Actor, other: Actor
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const version = async ({ userId }: Actor) => String((await owner().user.findUniqueOrThrow({ where: { id: userId } })).version)

beforeAll(async () => {
  admin = await staff('ADMINISTRATOR')
  colleague = await staff('CASEWORKER')
  other = await staff('CASEWORKER')
})

describe('what a colleague speaks', () => {
  it('is written by oneself or an administrator, each with its level, and is in the log without the languages', async () => {
    const seen = await version(colleague)
    expect((await as(colleague, () => submit(saveOwnLanguages, { version: seen, languages: ['da', 'ar'], 'level.da': 'native', 'level.ar': 'some', 'level.so': 'good' }))).redirectedTo).toBe('/account')
    expect((await ownLanguages(colleague))?.languages).toEqual(['da-native', 'ar-some'])
    expect((await as(admin, async () => submit(saveLanguages, { userId: colleague.userId, version: await version(colleague), languages: ['ar'] }))).redirectedTo).toBe(`/admin/users/${colleague.userId}`)
    expect((await findUser(admin, colleague.userId, 'da'))?.languages).toEqual(['ar-good'])
    expect((await owner().auditEvent.findMany({ where: { action: 'user.languages-saved' }, orderBy: { seq: 'asc' } })).map(({ actorUserId, details }) => [actorUserId, details])).toEqual([[colleague.userId, { user: colleague.userId }], [admin.userId, { user: colleague.userId }]])
  })

  it('of two who write at once the second is told', async () => {
    const seen = await version(other)
    expect((await as(other, () => submit(saveOwnLanguages, { version: seen, languages: ['so'], 'level.so': 'native' }))).redirectedTo).toBe('/account')
    expect((await as(admin, () => submit(saveLanguages, { userId: other.userId, version: seen, languages: [] }))).state?.message).toBeTruthy()
    const then = await version(other)
    await as(admin, () => submit(saveLanguages, { userId: other.userId, version: then, languages: ['fa'] }))
    expect((await as(other, () => submit(saveOwnLanguages, { version: then, languages: ['da'] }))).state?.message).toBeTruthy()
    expect((await ownLanguages(other))?.languages).toEqual(['fa-good'])
  })

  it('is one’s own and nobody else’s, also of an administrator, who may write everybody’s', async () => {
    const alike = await staff('ADMINISTRATOR')
    expect(await version(alike)).toBe(await version(admin))
    expect((await as(alike, async () => submit(saveOwnLanguages, { version: await version(alike), languages: ['ti'] }))).redirectedTo).toBe('/account')
    expect([(await ownLanguages(alike))?.languages, (await ownLanguages(admin))?.languages]).toEqual([['ti-good'], []])
  })

  it('is not a colleague’s to write, nor a volunteer’s to be asked about, and holds languages alone', async () => {
    expect(await asked(colleague, `UPDATE app_user SET languages = '{en-good}' WHERE id = '${other.userId}'`)).toBe(0)
    await expect(asked(colleague, `UPDATE app_user SET languages = '{er konvertit}' WHERE id = '${colleague.userId}'`)).rejects.toThrow(/app_user_languages/)
    const volunteer = await staff('VOLUNTEER')
    expect(await ownLanguages(volunteer)).toBeNull()
    await as(volunteer, () => submit(saveOwnLanguages, { version: '1', languages: ['da'] })).catch(() => null)
    expect((await owner().user.findUniqueOrThrow({ where: { id: volunteer.userId } })).languages).toEqual([])
    expect((await as(colleague, async () => submit(saveOwnLanguages, { version: await version(colleague), languages: ['xx'] }))).state).not.toBeNull()
  })
})
