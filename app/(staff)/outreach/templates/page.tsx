import { getTranslations } from 'next-intl/server'
import { TemplatesPage } from '@/components/outreach/templates/templates-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { templateList } from '@/lib/messaging/templates/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('templates'))('list.title') }
}

export default async function Page() {
  const actor = await requireActor('template.read')
  return <TemplatesPage templates={await templateList(actor)} mayEdit={can(actor, 'template.edit')} />
}
