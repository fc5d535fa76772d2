'use server'

import { headers } from 'next/headers'
import { setTimeout as pause } from 'node:timers/promises'
import { getTranslations } from 'next-intl/server'
import { callAccess } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { sessionToken, setSessionCookie } from '../auth/cookie'
import { publicAction } from '../public-action'
import { withinLimit } from '../rate-limit'
import { Refused } from '../refused'
import { deviceName } from '../rules'
import { hasFactor } from '../second-factor/state'
import { endSession, startSession, startWaiting } from '../session'
import { askLinkInput, useLinkInput } from './schema'

/** At most five links an hour to one address, wherever they are asked for; pressed twice it is one mail. */
const PER_ADDRESS = { name: 'sign-in-link-address', points: 5, seconds: 3600 }
const AT_ONCE = { name: 'sign-in-link-again', points: 1, seconds: 60 }
/** The answer takes as long whether or not there is such a volunteer. */
const ANSWER_MS = 600

/** For volunteers, who need no password (ADR 0050). Says the same to everybody. */
export const askForLink = publicAction({
  name: 'askForLink',
  limit: { name: 'sign-in-link', points: 10, seconds: 900 },
  schema: askLinkInput,
  async run({ tx }, { email }) {
    const answer = pause(ANSWER_MS)
    if ((await withinLimit(AT_ONCE, email.toLowerCase())) && (await withinLimit(PER_ADDRESS, email.toLowerCase()))) {
      const t = await getTranslations('ownPage.mail')
      const [row] = await callAccess<{ mail: string | null }>('SELECT access.sign_in_link($1, $2, $3, $4)::text AS mail', [email, t('linkSubject'), t('link'), env().PUBLIC_URL.replace(/\/$/, '')])
      if (row?.mail) await enqueue(tx, 'outbox.send', { messageId: row.mail })
    }
    await answer
    return { redirectTo: '/sign-in/link?sent=1' }
  },
})

/** Opened by a click and not by the address alone: programs that look through mails follow links. Whoever has set up an app shows its code as well. */
export const signInByLink = publicAction({
  name: 'signInByLink',
  limit: { name: 'sign-in-by-link', points: 30, seconds: 900 },
  schema: useLinkInput,
  keepSecret: ['token'],
  async run(_context, { token }) {
    const [row] = await callAccess<{ who: string | null }>('SELECT access.use_sign_in_link($1)::text AS who', [token])
    if (!row?.who) throw new Refused('ownPage.link.error')
    const former = await sessionToken()
    if (former) await endSession(former)
    const device = deviceName((await headers()).get('user-agent'))
    if (await hasFactor(row.who)) {
      await setSessionCookie(await startWaiting(row.who, device))
      return { redirectTo: '/sign-in/code?next=%2F' }
    }
    await setSessionCookie(await startSession(row.who, device))
    return { redirectTo: '/' }
  },
})
