import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RolesPage } from '@/components/admin/roles-page'
import { requireActor } from '@/lib/access/actor'
import { roleHolders } from '@/lib/access/units/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.places'))('roles') }
}

export default async function Page() {
  return <RolesPage holders={await roleHolders(await requireActor('user.manage'))} />
}
