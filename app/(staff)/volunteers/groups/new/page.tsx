import { getTranslations } from 'next-intl/server'
import { GroupForm } from '@/components/volunteering/groups/group-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { requireActor } from '@/lib/access/actor'
import { groupChoices } from '@/lib/volunteering/groups/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('groups'))('new') }
}

export default async function Page() {
  const [found, t] = [await groupChoices(await requireActor('volunteer.manage')), await getTranslations('groups')]
  return <><PageHeading above={<BackLink href="/volunteers/groups">{t('title')}</BackLink>} title={t('new')} /><GroupForm group={null} {...found} /></>
}
