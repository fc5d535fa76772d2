import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountPage } from '@/components/access/account-page'
import { requireActor } from '@/lib/access/actor'
import { ownSessions } from '@/lib/access/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access.account'))('title') }
}

export default async function Page() {
  const actor = await requireActor('self')
  return <AccountPage actor={actor} sessions={await ownSessions(actor)} />
}
