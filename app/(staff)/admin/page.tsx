import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UsersPage } from '@/components/admin/users-page'
import { requireActor } from '@/lib/access/actor'
import { listUsers } from '@/lib/access/users/queries'
import { pageLocale } from '@/lib/platform/i18n/page-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.places'))('users') }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ show?: string }> }) {
  const actor = await requireActor('user.manage')
  return <UsersPage users={await listUsers(actor, await pageLocale())} quietOnly={(await searchParams).show === 'quiet'} />
}
