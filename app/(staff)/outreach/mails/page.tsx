import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MailList } from '@/components/outreach/mails/mail-list'
import { requireActor } from '@/lib/access/actor'
import { openMails } from '@/lib/outreach/mails/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mails'))('title') }
}

export default async function Page() {
  const actor = await requireActor('outreach.read')
  const home = (await getTranslations('outreach'))('home.title')
  return <MailList {...await openMails(actor)} home={home} />
}
