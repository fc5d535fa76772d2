import { useTranslations } from 'next-intl'
import { CountBadge } from '@/components/ui/count-badge'
import type { TaskRow } from '@/lib/casework/tasks/queries'
import { groupOf, groups } from '@/lib/casework/tasks/rules'
import { type Place, TaskItem } from './task-item'
import { type OwnerOption, TaskMore } from './task-more'

const tones = { overdue: 'error', today: 'warning', week: 'info', later: 'neutral' } as const

/** Passed, today, the next days, later: each under its heading with its number, the soonest first. */
export function TaskGroups({ tasks, place, open, owners }: { tasks: TaskRow[]; place: Place; /** The one that is unfolded. */ open: string | null; owners: (task: TaskRow) => OwnerOption[] }) {
  const t = useTranslations('casework.task')
  // On a person’s page the list stands under a heading of its own.
  const Heading = place.back === 'person' ? 'h3' : 'h2'
  const found = Map.groupBy(tasks, ({ dueOn }) => groupOf(dueOn, place.today))
  return groups.filter((group) => found.has(group)).map((group) => (
    <section key={group} aria-labelledby={`tasks-${group}`} className="mb-4">
      <Heading id={`tasks-${group}`} className="flex items-center gap-2">{t(`group.${group}`)} <CountBadge count={found.get(group)?.length ?? 0} tone={tones[group]} /></Heading>
      <ul>
        {found.get(group)?.map((task) => (
          <TaskItem key={task.id} task={task} place={place}>{task.id === open && <TaskMore task={task} place={place} owners={owners(task)} />}</TaskItem>
        ))}
      </ul>
    </section>
  ))
}
