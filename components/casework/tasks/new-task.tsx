import { useTranslations } from 'next-intl'
import { spans } from '@/lib/casework/tasks/rules'
import type { Day } from '@/lib/platform/day'
import { TaskForm, type TaskFormTexts } from './task-form'
import type { OwnerOption } from './task-more'

const SERIES = ['WEEK-1', 'WEEK-2', 'WEEK-4', 'MONTH-1', 'MONTH-3', 'MONTH-6', 'MONTH-12'] as const
const keys = ['text', 'textHelp', 'dueOn', 'within', 'withinNone', 'owner', 'more', 'repeat', 'repeatNone', 'repeatHelp', 'submit'] as const

/** The form beside the list. */
export function NewTask({ hidden, text, dueOn, owners, title }: { hidden: Record<string, string>; text?: string; dueOn?: Day | null; owners: OwnerOption[]; title: string }) {
  const t = useTranslations('casework.task')
  return (
    <section id="new" aria-labelledby="new-title" className="card no-print scroll-mt-40 self-start">
      <div className="card-head"><h2 id="new-title">{title}</h2></div>
      <div className="card-body">
        <TaskForm hidden={hidden} text={text} dueOn={dueOn} owners={owners} days={spans.map((value) => ({ value, label: t('form.days', { count: Number(value) }) }))}
          repeats={SERIES.map((value) => ({ value, label: t(`repeat.${value.startsWith('WEEK') ? 'WEEK' : 'MONTH'}`, { every: Number(value.split('-')[1]) }) }))}
          texts={Object.fromEntries(keys.map((key) => [key, t(`form.${key}`)])) as TaskFormTexts} />
      </div>
    </section>
  )
}
