import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewUnitPage } from '@/components/admin/units/unit-page'
import { requireActor } from '@/lib/access/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.units'))('new') }
}

export default async function Page() {
  await requireActor('municipality.manage')
  return <NewUnitPage />
}
