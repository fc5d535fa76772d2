import { afterEach, describe, expect, it } from 'vitest'
import { searchTrail } from '@/lib/access/trail/queries'
import { readFilter } from '@/lib/access/trail/rules'
import { setActive } from '@/lib/access/users/actions'
import { usersPage } from '@/lib/access/users/list/queries'
import { usersView } from '@/lib/access/users/list/schema'
import type { Actor } from '@/lib/access/permissions'
import { logAttempt } from '@/lib/outreach/attempts/actions'
import { today } from '@/lib/platform/clock'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { askFor } from '../../support/next-headers'

const last = async (actor: Actor) => (await owner().auditEvent.findFirstOrThrow({ where: { actorUserId: actor.userId }, orderBy: { seq: 'desc' } })).route
const look = (actor: Actor) => usersPage(actor, usersView.parse({}), 'da', today())

describe('a row of the log', () => {
  afterEach(() => askFor())

  it('says which page showed it, by the pattern and without what the address held', async () => {
    const [admin, secret] = [await staff('ADMINISTRATOR'), '010190-1234']
    for (const [address, page] of [['/admin', '/admin'], [`/people/${admin.userId}/timeline`, '/people/[personId]/timeline'], [`/svar/${secret}`, '/svar/[code]'], [`/Karen Hansen/${secret}`, null]] as const) {
      askFor(address, `?words=${secret}`)
      await look(admin)
      expect(await last(admin)).toBe(page)
    }
    askFor()
    await look(admin)
    expect(await last(admin)).toBeNull()
    expect(await owner().auditEvent.count({ where: { route: { contains: '0101' } } })).toBe(0)
  })

  it('says from which page something was changed, or refused', async () => {
    const [admin, officer, user] = [await staff('ADMINISTRATOR'), await staff('DATA_PROTECTION_OFFICER'), await staff('CASEWORKER')]
    askFor(`/admin/users/${user.userId}`)
    await as(admin, () => submit(setActive, { userId: user.userId, active: 'false' }))
    expect(await last(admin)).toBe('/admin/users/[userId]')
    askFor('/caseload')
    await as(admin, () => submit(logAttempt, { personId: user.userId }))
    expect(await last(admin)).toBe('/caseload')
    const { rows } = await searchTrail(officer, readFilter({ user: admin.userId }))
    expect(rows.map(({ action, route }) => [action, route])).toEqual([['access.denied', '/caseload'], ['user.closed', '/admin/users/[userId]']])
  })
})
