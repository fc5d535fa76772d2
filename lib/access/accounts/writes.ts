import 'server-only'
import { getTranslations } from 'next-intl/server'
import { env } from '@/lib/platform/env'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import type { Tx } from '@/lib/platform/db'
import { Refused } from '../refused'
import { LINK_HOURS } from './rules'

/** Mails the user a link to set a password. The database makes the link and writes the mail: whoever sends it never holds it. */
export async function mailLink(tx: Tx, userId: string): Promise<void> {
  const t = await getTranslations('accounts.mail')
  const { PUBLIC_URL } = env()
  const [row] = await tx.$queryRaw<{ mail: string | null }[]>`SELECT access.invite_user(${userId}::uuid, ${t('subject')}, ${t('body', { hours: LINK_HOURS })}, ${PUBLIC_URL.replace(/\/$/, '')}, make_interval(hours => ${LINK_HOURS}::int)) AS mail`
  if (!row?.mail) throw new Refused('accounts.error.noLink')
  await enqueue(tx, 'outbox.send', { messageId: row.mail })
}
