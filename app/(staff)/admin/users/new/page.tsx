import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InvitePage } from '@/components/admin/invite-page'
import { requireActor } from '@/lib/access/actor'
import { openUnits } from '@/lib/access/users/queries'
import { env } from '@/lib/platform/env'
import { pageLocale } from '@/lib/platform/i18n/page-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts'))('newUser') }
}

export default async function Page() {
  const actor = await requireActor('user.manage')
  return <InvitePage units={await openUnits(actor, await pageLocale())} mail={Boolean(env().SMTP_URL)} />
}
