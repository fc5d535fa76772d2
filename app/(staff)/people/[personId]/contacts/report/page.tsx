import { ReportPage } from '@/components/casework/contact-report/report-page'
import { requireActor } from '@/lib/access/actor'
import { contactsToReport } from '@/lib/casework/contacts/report/queries'
import { readReportView, type Sent } from '@/lib/casework/contacts/report/schema'
import { today } from '@/lib/platform/clock'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Sent> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('contact.read')
  const view = readReportView(await searchParams, today())
  const { more, frame } = frameOf(actor, await contactsToReport(actor, (await params).personId, view, nextStep))
  return <ReportPage {...frame} view={view} choice={more} />
}
