import { getTranslations } from 'next-intl/server'
import { RulesFormPage } from '@/components/volunteering/ground-rules/rules-form-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('groundRules'))('add') }
}

export default async function Page() {
  await requireActor('volunteer.manage')
  return <RulesFormPage found={null} today={today()} />
}
