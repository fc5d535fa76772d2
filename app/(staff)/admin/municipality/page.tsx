import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MunicipalityPage } from '@/components/admin/municipality-page'
import { requireActor } from '@/lib/access/actor'
import { municipalityToEdit } from '@/lib/portal/municipality/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.places'))('municipality') }
}

export default async function Page() {
  return <MunicipalityPage data={await municipalityToEdit(await requireActor('municipality.manage'))} />
}
