import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UnitsPage } from '@/components/admin/units/units-page'
import { requireActor } from '@/lib/access/actor'
import { listUnits } from '@/lib/access/units/queries'
import { pageLocale } from '@/lib/platform/i18n/page-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.places'))('units') }
}

export default async function Page() {
  const actor = await requireActor('user.manage')
  return <UnitsPage units={await listUnits(actor, await pageLocale())} />
}
