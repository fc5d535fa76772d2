import { RequestFormPage } from '@/components/volunteering/matching/request-form-page'
import { requireActor } from '@/lib/access/actor'
import { requestChoices } from '@/lib/volunteering/requests/queries'
import { wishView } from '@/lib/volunteering/requests/schema'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ params, searchParams }: Props) {
  const [actor, { wish }] = [await requireActor('volunteer.request'), wishView.parse(await searchParams)]
  const { more, frame } = frameOf(actor, await requestChoices(actor, (await params).personId, wish, nextStep))
  return <RequestFormPage {...frame} lists={more} />
}
