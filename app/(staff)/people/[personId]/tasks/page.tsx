import { PersonTasksPage } from '@/components/casework/tasks/person-tasks-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personTasks } from '@/lib/casework/tasks/queries'
import { tasksView } from '@/lib/casework/tasks/schema'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('task.read')
  const view = tasksView.parse(await searchParams)
  const { more, frame } = frameOf(actor, await personTasks(actor, (await params).personId, view.contact, nextStep))
  return <PersonTasksPage {...frame} tasks={more} view={view} me={actor.userId} mayRecord={can(actor, 'task.record')} />
}
