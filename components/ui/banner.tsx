import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { statusIcons, type Tone } from './tone'

/** One line across the whole page, above everything else: demo data, break-glass, planned downtime, a possible duplicate. */
export function Banner({
  tone = 'info',
  icon,
  children,
  actions,
}: {
  tone?: Tone
  icon?: IconName
  children: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={`banner alert-${tone}`}>
      <Icon name={icon ?? statusIcons[tone]} className="alert-icon" />
      <p className="flex-1">{children}</p>
      {actions}
    </div>
  )
}
