import { ProgressPage } from '@/components/casework/progress/progress-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personProgress } from '@/lib/casework/progress/queries'
import { progressView } from '@/lib/casework/progress/schema'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('progress.read')
  const view = progressView.parse(await searchParams)
  const { more, frame } = frameOf(actor, await personProgress(actor, (await params).personId, nextStep))
  return <ProgressPage {...frame} progress={more} view={view} mayRecord={can(actor, 'progress.record')} mayTakeBack={can(actor, 'contact.redact')} mayCpr={can(actor, 'person.read.cpr')} />
}
