import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClearancesPage } from '@/components/admin/clearances-page'
import { requireActor } from '@/lib/access/actor'
import { listClearances } from '@/lib/access/units/queries'
import { today } from '@/lib/platform/clock'
import { pageLocale } from '@/lib/platform/i18n/page-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.places'))('clearances') }
}

export default async function Page() {
  const actor = await requireActor('user.manage')
  const day = today()
  return <ClearancesPage clearances={await listClearances(actor, await pageLocale(), day)} today={day} />
}
