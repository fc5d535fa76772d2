import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

type Props = {
  kind: 'empty' | 'failed' | 'no-access'
  icon: IconName
  title: string
  children?: ReactNode
  actions?: ReactNode
  role?: 'alert'
}

/** The shared frame of the states a list or card can be in when it shows no content; use the named ones. */
export function StatePanel({ kind, icon, title, children, actions, role }: Props) {
  return (
    <div role={role} className={classNames('state-panel', `state-${kind}`)}>
      <Icon name={icon} className="state-icon" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {children && <div className="mt-0.5 text-muted">{children}</div>}
        {actions && <div className="form-actions mt-3">{actions}</div>}
      </div>
    </div>
  )
}
