import type { ReactNode } from 'react'
import type { IconName } from './icon'
import { StatePanel } from './state-panel'

/** Nothing is here, and that is known. Say what would be here, or when the next comes; `good` where nothing is the goal. */
export function EmptyState({
  title,
  children,
  actions,
  good,
  icon,
}: {
  title: string
  children?: ReactNode
  actions?: ReactNode
  good?: boolean
  icon?: IconName
}) {
  return (
    <StatePanel kind="empty" icon={icon ?? (good ? 'success' : 'inbox')} title={title} actions={actions}>
      {children}
    </StatePanel>
  )
}
