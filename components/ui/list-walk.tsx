'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'
import { keptList, walkFrom } from './list-memory'

const never = () => () => {}
const room = 'no-print mb-2 min-h-11 md:min-h-9'

/** On the page of a row: back to the list one came from, and on to the next row of it. Its line is free for whoever came another way. */
export function ListWalk() {
  const t = useTranslations('ui.list')
  const path = usePathname()
  const walk = walkFrom(useSyncExternalStore(never, keptList, () => null), path)
  // One line whatever stands in it, and kept free until it is known: what comes late may not move the page under somebody's click.
  if (!walk) return <div className={room} />
  return (
    <nav aria-label={t('label')} className={classNames(room, 'flex items-center justify-between gap-x-4 text-sm')}>
      <a href={walk.href} className="flex min-w-0 items-center gap-1"><Icon name="back" /> <span className="truncate">{walk.label}</span></a>
      <span className="flex shrink-0 items-center gap-3"><span className="tabular text-muted">{t('place', { nth: walk.nth, of: walk.of })}</span>{walk.next ? <a href={walk.next} className="btn btn-secondary btn-small">{t('next')} <Icon name="forward" /></a> : <span>{t('last')}</span>}</span>
    </nav>
  )
}
