import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UsersPage } from '@/components/admin/users-page'
import { requireActor } from '@/lib/access/actor'
import { usersPage } from '@/lib/access/users/list/queries'
import { usersView } from '@/lib/access/users/list/schema'
import { today } from '@/lib/platform/clock'
import { pageLocale } from '@/lib/platform/i18n/page-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.places'))('users') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, view] = [await requireActor('user.manage'), usersView.parse(await searchParams)]
  return <UsersPage list={await usersPage(actor, view, await pageLocale(), today())} view={view} />
}
