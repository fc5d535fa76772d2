'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Icon } from './icon'
import { keptList, walkFrom } from './list-memory'

const never = () => () => {}

/** On the page of a row: back to the list one came from, and on to the next row of it. Nothing for whoever came another way. */
export function ListWalk() {
  const t = useTranslations('ui.list')
  const path = usePathname()
  const walk = walkFrom(useSyncExternalStore(never, keptList, () => null), path)
  if (!walk) return null
  return (
    <nav aria-label={t('label')} className="no-print mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-sm">
      <a href={walk.href} className="inline-flex items-center gap-1"><Icon name="back" /> {walk.label}</a>
      <span className="flex items-center gap-3"><span className="tabular text-muted">{t('place', { nth: walk.nth, of: walk.of })}</span>{walk.next ? <a href={walk.next} className="btn btn-secondary btn-small">{t('next')} <Icon name="forward" /></a> : <span>{t('last')}</span>}</span>
    </nav>
  )
}
