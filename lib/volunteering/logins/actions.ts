'use server'

import { getTranslations } from 'next-intl/server'
import { LINK_HOURS } from '@/lib/access/accounts/rules'
import { Refused, staffAction } from '@/lib/access/action'
import { env } from '@/lib/platform/env'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { loginInput } from './schema'

/** A login for a volunteer who helps, or a new link to the one there is. The database makes user, right and link together, and refuses whoever has a user already (ADR 0050). */
export const giveLogin = staffAction({
  name: 'giveLogin',
  may: 'volunteer.login',
  schema: loginInput,
  async run({ tx, audit }, { volunteerId }) {
    const language = (await tx.volunteer.findFirst({ where: { id: volunteerId }, select: { language: true } }))?.language === 'en' ? 'en' : 'da'
    const mail = await getTranslations({ locale: language, namespace: 'ownPage.mail' })
    const [row] = await tx.$queryRaw<{ said: 'done' | 'gone' | 'standing' | 'email' | 'taken'; mail: string | null }[]>`SELECT said, mail::text FROM access.open_volunteer_login(${volunteerId}::uuid, ${mail('invitedSubject')}, ${mail('invited', { hours: LINK_HOURS })}, ${env().PUBLIC_URL.replace(/\/$/, '')}, make_interval(hours => ${LINK_HOURS}::int))`
    if (row?.said !== 'done' || !row.mail) throw new Refused(`ownPage.login.error.${row?.said === 'done' || !row ? 'gone' : row.said}`)
    await enqueue(tx, 'outbox.send', { messageId: row.mail })
    await audit({ action: 'volunteer.login-given', details: { volunteer: volunteerId } })
    return { message: (await getTranslations('ownPage.login'))('sent') }
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
