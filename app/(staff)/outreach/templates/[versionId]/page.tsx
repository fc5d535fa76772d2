import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { VersionPage } from '@/components/outreach/templates/version-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { templateVersion } from '@/lib/messaging/templates/queries'
import { versionInput } from '@/lib/messaging/templates/schema'

type Props = { params: Promise<{ versionId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('templates'))('page.title') }
}

export default async function Page({ params }: Props) {
  const actor = await requireActor('template.read')
  const address = versionInput.safeParse(await params)
  const version = address.success ? await templateVersion(actor, address.data.versionId) : null
  if (!version) notFound()
  return <VersionPage version={version} userId={actor.userId} mayEdit={can(actor, 'template.edit')} />
}
