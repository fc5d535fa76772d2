import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { personCases } from '@/lib/casework/cases/queries'
import { addToCase, askTransfer, leaveCase } from '@/lib/casework/sharing/actions'
import { withdrawConsent } from '@/lib/consent/register/actions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { as, submit } from '../../support/as'
import { owner } from '../../support/db'
import { type OneCase, twoUnits } from '../../support/cases'

type Ground = Awaited<ReturnType<typeof twoUnits>>
let veterans: string, sender: Actor, near: Actor, receiver: Actor, opened: Ground['opened'], consent: Ground['consent']
const day = today()
const cases = async (actor: Actor, personId: string) => (await personCases(actor, personId, async () => null))?.content?.more.cases ?? null
const join = (one: OneCase, who: Actor, by = sender) => as(by, () => submit(addToCase, { ...one, userId: who.userId }))

beforeAll(async () => {
  ;({ veterans, sender, near, receiver, opened, consent } = await twoUnits())
})

describe('a further professional', () => {
  it('of the unit joins, and leaves', async () => {
    const one = await opened()
    expect((await join(one, near)).redirectedTo).toBe(`/people/${one.personId}/cases`)
    expect((await join(one, near)).state?.fields?.userId?.[0]).toContain('allerede')
    expect(await cases(near, one.personId)).toMatchObject([{ mine: false }])
    expect((await join(one, receiver, near)).state?.fields).toHaveProperty('userId')
    await as(sender, () => submit(leaveCase, { ...one, userId: near.userId }))
    expect(await cases(near, one.personId)).toBeNull()
  })

  it('joins by nobody behind emergency access, who hands the case over to nobody either', async () => {
    const one = await opened()
    await owner().breakGlass.create({ data: { userId: near.userId, personId: one.personId, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    expect((await join(one, receiver, near)).state?.message).toContain('nødadgang')
    expect((await as(near, () => submit(askTransfer, { ...one, to: `user:${receiver.userId}`, message: 'Kan I tage over?' }))).state?.message).toContain('nødadgang')
  })

  it('of another unit joins with the person’s consent to that unit reading the case, and no longer than it holds', async () => {
    const one = await opened()
    expect((await join(one, receiver)).state?.fields?.userId?.[0]).toContain('ikke sagt ja')
    await consent(one.personId, veterans, { fields: ['contact', 'needs'] })
    await consent(one.personId, veterans, { expiresOn: dayToDb(addDays(day, -1)) })
    expect((await join(one, receiver)).state?.fields?.userId?.[0]).toContain('ikke sagt ja')
    await consent(one.personId)
    expect((await join(one, receiver)).redirectedTo).toBeDefined()
    expect((await cases(receiver, one.personId))?.[0]?.people.find(({ name }) => name === 'Vera Veteran')).toMatchObject({ role: 'professional', to: addDays(day, 60) })
  })

  it('loses the person the moment the consent is taken back, unless another still holds', async () => {
    const one = await opened()
    const [first, second] = [await consent(one.personId), await consent(one.personId)]
    await join(one, receiver)
    await join(one, near)
    const withdraw = (consentId: string) => as(sender, () => submit(withdrawConsent, { personId: one.personId, consentId, how: 'spoken', note: '' }))
    await withdraw(first.id)
    expect(await cases(receiver, one.personId)).toHaveLength(1)
    await withdraw(second.id)
    expect(await cases(receiver, one.personId)).toBeNull()
    expect(await cases(near, one.personId)).toHaveLength(1)
  })
})
