import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/link-button'
import { reopenTask } from '@/lib/casework/tasks/actions'
import type { TaskRow } from '@/lib/casework/tasks/queries'
import { listHref } from '@/lib/casework/tasks/rules'
import { formatDay } from '@/lib/platform/dates'
import { TaskText } from './task-text'

/** After the click that did it: the way back, and the next task. The next one of a series is there already, and said. */
export function DoneBanner({ done, next, back }: { done: TaskRow; /** The one that followed by itself. */ next: TaskRow | undefined; back: 'desk' | 'person' | 'home' }) {
  const [t, locale] = [useTranslations('casework.task'), useLocale()]
  return (
    <div role="status" className="no-print mb-4">
      <Banner tone="success" actions={<span className="form-actions">
        <ActionButton action={reopenTask} values={{ task: done.id, back }} size="small">{t('done.undo')}</ActionButton>
        {!next && <LinkButton href={`${listHref(done.personId)}?after=${done.id}#new`} size="small">{t('done.next')}</LinkButton>}
      </span>}>
        {t('done.is')} <q><TaskText task={done} /></q>{next && <> {t('done.follows', { day: formatDay(next.dueOn, locale) })}</>}
      </Banner>
    </div>
  )
}
