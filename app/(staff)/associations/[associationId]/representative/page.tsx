import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RepresentativeFormPage } from '@/components/associations/representative-form-page'
import { requireActor } from '@/lib/access/actor'
import { freeRepresentatives } from '@/lib/associations/representatives/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('associations.representative'))('add') }
}

export default async function Page({ params }: { params: Promise<{ associationId: string }> }) {
  const found = await freeRepresentatives(await requireActor('association.manage'), (await params).associationId)
  if (!found) notFound()
  return <RepresentativeFormPage {...found} />
}
