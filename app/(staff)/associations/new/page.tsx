import { getTranslations } from 'next-intl/server'
import { AssociationFormPage } from '@/components/associations/association-form-page'
import { requireActor } from '@/lib/access/actor'
import { associationAreas } from '@/lib/associations/register/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('associations'))('formTitle.new') }
}

export default async function Page() {
  return <AssociationFormPage change="new" found={null} areas={await associationAreas(await requireActor('association.manage'))} today={today()} />
}
