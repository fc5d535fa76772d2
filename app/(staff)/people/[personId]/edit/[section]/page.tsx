import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { SectionPage } from '@/components/people/forms/section-page'
import { sections } from '@/components/people/forms/sections'
import { requireActor } from '@/lib/access/actor'
import { personData } from '@/lib/people/record/queries'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string; section: string }>; searchParams: Promise<{ row?: string }> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('person.update')
  const { personId, section } = await params
  const build = Object.hasOwn(sections, section) ? sections[section] : undefined
  if (!build) notFound()
  const { more, frame } = frameOf(actor, await personData(actor, personId, `edit-${section}`, nextStep))
  const form = build({ bar: frame.bar, facts: more, row: (await searchParams).row, today: frame.today, clearances: actor.clearances, t: await getTranslations('people') })
  if (!form) notFound()
  return <SectionPage {...frame} section={form} />
}
