import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { letTaskGo } from '@/lib/casework/tasks/actions'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

/** One's own about people one no longer reaches: that they are there, by when, and the way to hand them back. Nothing else is known here. */
export function OutOfReach({ tasks, mayRecord }: { tasks: { id: string; dueOn: Day }[]; mayRecord: boolean }) {
  const [t, locale] = [useTranslations('casework.task'), useLocale()]
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby="tasks-gone" className="mb-4">
      <h2 id="tasks-gone">{t('gone.title', { count: tasks.length })}</h2>
      <p className="max-w-text text-sm text-muted">{t('gone.lead')}</p>
      <ul>
        {tasks.map(({ id, dueOn }) => (
          <li key={id} id={`task-${id}`} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2 last:border-b-0">
            <span>{t('gone.one')} <span className="text-muted">{formatDay(dueOn, locale)}</span></span>
            {mayRecord && <ActionButton action={letTaskGo} values={{ task: id }} size="small">{t('gone.letGo')}</ActionButton>}
          </li>
        ))}
      </ul>
    </section>
  )
}
