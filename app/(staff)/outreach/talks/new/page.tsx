import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SlotsForm } from '@/components/outreach/talks/slots-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { mondayOf } from '@/lib/outreach/talks/rules'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('talks.make'))('title') }
}

export default async function Page() {
  await requireActor('talk.manage')
  const t = await getTranslations('talks')
  return (
    <>
      <PageHeading above={<BackLink href="/outreach/talks">{t('book.back')}</BackLink>} title={t('make.title')} lead={t('make.lead')} />
      <SlotsForm from={addDays(mondayOf(today()), 7)} place="" texts={{ from: t('make.from'), start: t('make.start'), length: t('make.length'), pause: t('make.pause'), perDay: t('make.perDay'), weeks: t('make.weeks'), place: t('make.place'), placeHelp: t('make.placeHelp'), submit: t('make.submit') }} />
    </>
  )
}
