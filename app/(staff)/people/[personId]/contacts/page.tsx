import { ContactsPage } from '@/components/casework/contacts-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personContacts } from '@/lib/casework/contacts/queries'
import { contactsView } from '@/lib/casework/contacts/schema'
import { now } from '@/lib/platform/clock'
import { formatTime } from '@/lib/platform/dates'
import { alsoNextStep, frameOf, mayAsk, personTitle } from '../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('contact.read')
  const { page, draft, logged, open, form } = contactsView.parse(await searchParams)
  const { more, frame } = frameOf(actor, await personContacts(actor, (await params).personId, page, alsoNextStep))
  return <ContactsPage {...frame} log={more} page={page} draft={draft} logged={logged} unfolded={{ id: open, form }} time={formatTime(now(), 'en')} mayRecord={can(actor, 'contact.record')} guide={mayAsk(actor, frame.bar)} />
}
