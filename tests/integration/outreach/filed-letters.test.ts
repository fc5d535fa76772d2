import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { letterFile as ofRun } from '@/lib/outreach/letters/files/queries'
import { letterFile as ofPerson } from '@/lib/people/letters/queries'
import { addressShownReport } from '@/lib/people/protection/queries'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { letterOf } from '../../support/merge-records'

const clearances: Actor['clearances'] = ['PROTECTED_ADDRESS']

async function filed(protection: 'P0' | 'P1' | 'P2') {
  const { id } = await veteran({ protection })
  const file = await owner().storedFile.create({ data: { personId: id, kind: 'letter', mime: 'application/pdf', name: 'brev.pdf', sha256: 'x', bytes: new Uint8Array([37, 80, 68, 70]) } })
  const letter = await letterOf(id, '2026-01-01')
  await owner().letter.update({ where: { id: letter.id }, data: { fileId: file.id } })
  return { personId: id, letterId: letter.id, fileId: file.id }
}
const provedAgo = (actor: Actor, seconds: number) => owner().$executeRaw`UPDATE session SET proved_at = now() - make_interval(secs => ${seconds}::int) WHERE id = ${actor.sessionId}::uuid`
/** Through both doors: the file, nothing, or where the reader is sent. */
async function opened(actor: Actor, letter: Awaited<ReturnType<typeof filed>>): Promise<string[]> {
  const said = (asked: Promise<unknown>) => asked.then((file) => (file ? 'file' : 'nothing'), (error: { digest?: string; message: string }) => error.digest?.split(';')[2]?.split('?')[0] ?? error.message)
  return [await said(ofRun(actor, letter.letterId)), await said(ofPerson(actor, letter.personId, letter.letterId))]
}

describe('a filed letter', () => {
  it('opens to a coordinator without more, and to nobody else', async () => {
    const letter = await filed('P0')
    const coordinator = await staff('VETERAN_COORDINATOR')
    await provedAgo(coordinator, 4000)
    expect(await opened(coordinator, letter)).toEqual(['file', 'file'])
    const caseworker = await staff('CASEWORKER')
    await owner().assignment.create({ data: { personId: letter.personId, userId: caseworker.userId, reason: 'test', fromDay: day('2026-01-01') } })
    expect((await opened(caseworker, letter)).every((answer) => answer.includes('letter.open'))).toBe(true)
    const inDatabase = (actor: Actor) => transaction({ role: 'app', token: actor.token }, (tx) => tx.storedFile.count({ where: { id: letter.fileId } }))
    expect([await inDatabase(coordinator), await inDatabase(caseworker)]).toEqual([1, 0])
  })

  it.each(['P1', 'P2'] as const)('of somebody protected (%s) asks what their address asks: the clearance, and proof', async (protection) => {
    const letter = await filed(protection)
    const cleared = await staff('VETERAN_COORDINATOR', { clearances })
    await provedAgo(cleared, 290)
    expect(await opened(cleared, letter)).toEqual(['file', 'file'])
    await provedAgo(cleared, 301)
    expect(await opened(cleared, letter)).toEqual(['/prove', '/prove'])
    // Without the clearance it is nothing at all: being asked for proof would tell that there is something.
    const plain = await staff('VETERAN_COORDINATOR')
    await provedAgo(plain, 301)
    expect(await opened(plain, letter)).toEqual(['nothing', 'nothing'])
    expect(await owner().auditEvent.count({ where: { personId: letter.personId, action: { in: ['letter.opened', 'letter.viewed'] } } })).toBe(2)
  })

  it('is one of the places where the address has been in view', async () => {
    const letter = await filed('P1')
    const cleared = await staff('VETERAN_COORDINATOR', { clearances })
    await opened(cleared, letter)
    const shown = await addressShownReport(await staff('DATA_PROTECTION_OFFICER'), letter.personId, today())
    expect(shown?.filter(({ how }) => how === 'letter').map(({ action, who }) => [action, who])).toEqual(expect.arrayContaining([['letter.opened', cleared.name], ['letter.viewed', cleared.name]]))
  })
})
