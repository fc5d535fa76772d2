import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/ui/action-button'
import { DateText } from '@/components/ui/date-text'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { finishTask, takeTask } from '@/lib/casework/tasks/actions'
import type { TaskRow } from '@/lib/casework/tasks/queries'
import { settledElsewhere, sourceHref } from '@/lib/casework/tasks/rules'
import type { ClosingDay } from '@/lib/deadlines/holidays'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { DueTag } from './due-tag'
import { TaskText } from './task-text'

export type Place = { back: 'desk' | 'person' | 'home'; /** Address of the list it stands in, to unfold it there. */ href: string; today: Day; closing: ClosingDay[]; me: string; mayRecord: boolean; changed: string | null }

/** One task: what, about whom, by when and why then, whose it is and where it came from; and the one click that does it. */
export function TaskItem({ task, place, children }: { task: TaskRow; place: Place; /** What is unfolded under it. */ children?: ReactNode }) {
  const [t, locale] = [useTranslations('casework.task'), useLocale()]
  const from = sourceHref(task)
  return (
    <li id={`task-${task.id}`} className="scroll-mt-40 border-b border-line py-3 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <p className="max-w-text whitespace-pre-line font-semibold"><TaskText task={task} />{task.id === place.changed && <> <Tag tone="success">{t('changed')}</Tag></>}</p>
          <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            {place.back !== 'person' && task.personId && <a href={`/people/${task.personId}/tasks`}>{task.name}</a>}
            <span><DateText day={task.dueOn} /></span>
            <DueTag task={task} today={place.today} closing={place.closing} />
            {/* In a list of one's own it would be one's own name on every line. */}
            {(place.back === 'person' || !task.owner) && <span className="text-muted">{ownerText(task)}</span>}
            {task.repeat && <Tag icon="retry">{t(`repeat.${task.repeat.unit}`, { every: task.repeat.every })}</Tag>}
            {from && <a href={from}>{t(`source.${task.source}`)}</a>}
          </div>
        </div>
        {place.mayRecord && <div className="no-print form-actions"><Buttons task={task} place={place} /></div>}
      </div>
      {children}
    </li>
  )

  function ownerText({ owner, unit }: TaskRow): string {
    if (owner) return t('owner.user', { name: owner.name })
    return unit ? t('owner.unit', { name: nameOf(unit, locale) }) : t('owner.free')
  }
}

function Buttons({ task, place }: { task: TaskRow; place: Place }) {
  const t = useTranslations('casework.task')
  const values = { task: task.id, back: place.back }
  const elsewhere = settledElsewhere(task.source)
  return (
    <>
      {task.owner === null && <ActionButton action={takeTask} values={values} size="small">{t('action.take')}</ActionButton>}
      {elsewhere ? <LinkButton href={sourceHref(task) ?? place.href} size="small">{t('action.decide')}</LinkButton> : <ActionButton action={finishTask} values={values} size="small">{t('action.done')}</ActionButton>}
      {place.back !== 'home' && <LinkButton href={`${place.href}${place.href.includes('?') ? '&' : '?'}open=${task.id}#task-${task.id}`} size="small" variant="quiet">{t('action.more')}</LinkButton>}
    </>
  )
}
