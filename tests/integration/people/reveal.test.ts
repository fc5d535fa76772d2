import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { revealCpr } from '@/lib/people/cpr/actions'
import { revealAddress } from '@/lib/people/places/actions'
import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

it('what a click opens is remembered nowhere, though the form says it is the same one again: each is asked anew and noted', async () => {
  const hidden = await veteran({ protection: 'P1' }, { address: { street: 'Skjulestedet' } })
  const digits = '6101704321'
  await owner().personCpr.upsert({ where: { personId: hidden.id }, create: { personId: hidden.id, kind: 'REPLACEMENT', cipher: seal(digits), keyedHash: blindIndex(digits), birthPart: digits.slice(0, 6) }, update: { cipher: seal(digits), keyedHash: blindIndex(digits) } })
  const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
  const [address, number] = [randomUUID(), randomUUID()]
  for (let n = 0; n < 2; n++) {
    expect(JSON.stringify((await as(cleared, () => submit(revealAddress, { personId: hidden.id, purpose: 'visit', submission: address }))).state)).toContain('Skjulestedet')
    expect(JSON.stringify((await as(cleared, () => submit(revealCpr, { personId: hidden.id, submission: number }))).state)).toContain('4321')
  }
  expect(await owner().submission.count({ where: { id: { in: [address, number] } } })).toBe(0)
  expect(await owner().auditEvent.count({ where: { personId: hidden.id, action: { in: ['person.protected-address-viewed', 'person.cpr-viewed'] } } })).toBe(4)
})
