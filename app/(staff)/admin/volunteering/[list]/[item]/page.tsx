import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { EntryFormPage } from '@/components/volunteering/setup/entry-form-page'
import { requireActor } from '@/lib/access/actor'
import { readSetup } from '@/lib/volunteering/setup/queries'
import { isSetupList, NEW } from '@/lib/volunteering/setup/rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('volunteerSetup'))('title') }
}

export default async function Page({ params }: { params: Promise<{ list: string; item: string }> }) {
  const actor = await requireActor('volunteer.setup')
  const { list, item: asked } = await params
  if (!isSetupList(list)) notFound()
  const setup = await readSetup(actor)
  const entry = setup[list].find(({ code }) => code === asked) ?? null
  if (!entry && asked !== NEW) notFound()
  return <EntryFormPage list={list} entry={entry} setup={setup} />
}
