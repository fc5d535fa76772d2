import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnContactForm } from '@/components/associations/own/own-association-form'
import { requireActor } from '@/lib/access/actor'
import { ownFacts } from '@/lib/associations/own/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('ownAssociation'))('contactTitle') }
}

export default async function Page() {
  if (!(await ownFacts(await requireActor('association.own')))) notFound()
  return <OwnContactForm />
}
