import 'server-only'
import { getTranslations } from 'next-intl/server'
import { LINK_HOURS } from '@/lib/access/accounts/rules'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { enqueue } from '@/lib/platform/jobs/enqueue'

/** What the functions answer that open a login: done, waits for somebody else, or why not. */
export type Answer = { said: 'done' | 'second' | 'own' | 'gone' | 'standing' | 'email' | 'taken'; mail: string | null; told: string | null }

/** What is written to whoever gets a login, and to the address they had before. In the volunteer's language. */
export async function loginMails(language: string | undefined) {
  const mail = await getTranslations({ locale: language === 'en' ? 'en' : 'da', namespace: 'ownPage.mail' })
  return { subject: mail('invitedSubject'), words: mail('invited', { hours: LINK_HOURS }), address: env().PUBLIC_URL.replace(/\/$/, ''), hours: LINK_HOURS, movedSubject: mail('movedSubject'), moved: mail('moved') }
}

export async function sendMails(tx: Tx, answer: Answer): Promise<void> {
  for (const messageId of [answer.mail, answer.told]) if (messageId) await enqueue(tx, 'outbox.send', { messageId })
}
