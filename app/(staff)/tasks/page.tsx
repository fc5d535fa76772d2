import { getTranslations } from 'next-intl/server'
import { DeskPage } from '@/components/casework/tasks/desk-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { taskDesk } from '@/lib/casework/tasks/queries'
import { tasksView } from '@/lib/casework/tasks/schema'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('casework.task'))('desk.title') }
}

type Props = { searchParams: Promise<Record<string, string>> }

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('task.read')
  const view = tasksView.parse(await searchParams)
  return <DeskPage desk={await taskDesk(actor, view.done ?? view.after)} view={view} today={today()} me={actor.userId} mayRecord={can(actor, 'task.record')} />
}
