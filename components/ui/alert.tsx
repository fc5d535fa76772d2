import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'
import { statusIcons, type Tone } from './tone'

type Props = {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Tight, for inside cards and tables. */
  compact?: boolean
  icon?: IconName
}

/** A message that stands in the page. Only warnings and errors interrupt a screen reader. */
export function Alert({ tone = 'info', title, children, actions, compact, icon }: Props) {
  return (
    <div
      role={tone === 'warning' || tone === 'error' ? 'alert' : undefined}
      className={classNames('alert', `alert-${tone}`, compact && 'alert-compact')}>
      <Icon name={icon ?? statusIcons[tone]} className="alert-icon" />
      <div className="min-w-0 flex-1">
        {title && <p className="alert-title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="form-actions mt-2">{actions}</div>}
      </div>
    </div>
  )
}
