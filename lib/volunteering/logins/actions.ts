'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { giveLoginInput, loginInput, loginRequestInput } from './schema'
import { type Answer, loginMails, sendMails } from './writes'

const refusal = (answer: Answer | undefined) => new Refused(`ownPage.login.error.${!answer || answer.said === 'done' || answer.said === 'second' ? 'gone' : answer.said}`)

/** A login for a volunteer who helps, or a new link to the one there is. The database makes user, right and link together, and refuses whoever has a user already (ADR 0050); by an address one wrote oneself it waits for somebody else (ADR 0052). */
export const giveLogin = staffAction({
  name: 'giveLogin',
  may: 'volunteer.login',
  schema: giveLoginInput,
  async run({ tx, audit }, { volunteerId, follow }) {
    const m = await loginMails((await tx.volunteer.findFirst({ where: { id: volunteerId }, select: { language: true } }))?.language)
    const [answer] = await tx.$queryRaw<Answer[]>`SELECT said, mail::text, told::text FROM access.open_volunteer_login(${volunteerId}::uuid, ${follow}, ${m.subject}, ${m.words}, ${m.address}, make_interval(hours => ${m.hours}::int), ${m.movedSubject}, ${m.moved})`
    const t = await getTranslations('ownPage.login')
    if (answer?.said === 'second') {
      await enqueue(tx, 'volunteer.login-asked', { volunteerId })
      await audit({ action: 'volunteer.login-asked', details: { volunteer: volunteerId } })
      return { message: t('second') }
    }
    if (answer?.said !== 'done') throw refusal(answer)
    await sendMails(tx, answer)
    await audit({ action: 'volunteer.login-given', details: { volunteer: volunteerId } })
    return { message: t('sent') }
  },
})

/** At once: open sessions end with it. */
export const endLogin = staffAction({
  name: 'endLogin',
  may: 'volunteer.manage',
  schema: loginInput,
  async run({ tx, audit }, { volunteerId }) {
    const [row] = await tx.$queryRaw<{ ended: boolean }[]>`SELECT access.end_volunteer_login(${volunteerId}::uuid) AS ended`
    if (!row?.ended) throw new Refused('ownPage.login.error.gone')
    await audit({ action: 'volunteer.login-ended', details: { volunteer: volunteerId } })
    return { message: (await getTranslations('ownPage.login'))('ended') }
  },
})

/** By another person than the one who wrote the address. */
export const approveLogin = staffAction({
  name: 'approveLogin',
  may: 'right.give',
  schema: loginRequestInput,
  async run({ tx, audit }, { loginRequestId }) {
    const [asked] = await tx.$queryRaw<{ volunteerId: string; language: string }[]>`SELECT q.volunteer_id::text AS "volunteerId", q.language FROM access.asked_volunteer_logins() q WHERE q.id = ${loginRequestId}::uuid`
    const m = await loginMails(asked?.language)
    const [answer] = await tx.$queryRaw<Answer[]>`SELECT said, mail::text, told::text FROM access.decide_volunteer_login(${loginRequestId}::uuid, true, ${m.subject}, ${m.words}, ${m.address}, make_interval(hours => ${m.hours}::int), ${m.movedSubject}, ${m.moved})`
    if (!asked || answer?.said !== 'done') throw refusal(answer)
    await sendMails(tx, answer)
    await audit({ action: 'volunteer.login-given', details: { volunteer: asked.volunteerId } })
    await flash((await getTranslations('ownPage.login'))('sent'))
    return { redirectTo: '/rights' }
  },
})

export const refuseLogin = staffAction({
  name: 'refuseLogin',
  may: 'right.approve',
  schema: loginRequestInput,
  async run({ tx, audit }, { loginRequestId }) {
    const [asked] = await tx.$queryRaw<{ volunteerId: string }[]>`SELECT q.volunteer_id::text AS "volunteerId" FROM access.asked_volunteer_logins() q WHERE q.id = ${loginRequestId}::uuid`
    const [answer] = await tx.$queryRaw<Answer[]>`SELECT said, mail::text, told::text FROM access.decide_volunteer_login(${loginRequestId}::uuid, false, '', '', '', interval '0', '', '')`
    if (!asked || answer?.said !== 'done') throw refusal(answer)
    await audit({ action: 'volunteer.login-refused', details: { volunteer: asked.volunteerId } })
    await flash((await getTranslations('ownPage.login'))('refused'))
    return { redirectTo: '/rights' }
  },
})
