import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnFactsForm } from '@/components/associations/own/own-association-form'
import { requireActor } from '@/lib/access/actor'
import { ownFacts } from '@/lib/associations/own/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('ownAssociation'))('editTitle') }
}

export default async function Page() {
  const found = await ownFacts(await requireActor('association.own'))
  if (!found) notFound()
  return <OwnFactsForm {...found} />
}
