import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { NextStep } from '@/lib/volunteering/path/rules'

/** What comes next and by when, in words; late is said, and not only coloured. */
export function NextStepText({ next: { code, of, due }, inDays, lists }: { next: NextStep; inDays: number; lists: Lists }) {
  const [t, locale] = [useTranslations('volunteering'), useLocale()]
  const what = of.map((one) => (one === 'course' ? t('course') : nameOf(lists.kinds.find((kind) => kind.code === one), locale))).join(', ')
  return (
    <span>
      {t(`next.${code}`, { what })} <span className="whitespace-nowrap text-muted">{formatDay(due, locale, 'short')}</span>{' '}
      {inDays < 0 ? <Tag tone="error">{t('list.late', { count: -inDays })}</Tag> : inDays <= 7 && <Tag tone="warning">{t('list.in', { count: inDays })}</Tag>}
    </span>
  )
}
