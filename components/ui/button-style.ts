import { classNames } from './class-names'

/** One primary per screen; danger only for what cannot be undone. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'small'

export function buttonStyle(variant: ButtonVariant = 'primary', size: ButtonSize = 'normal', className?: string): string {
  return classNames('btn no-print', `btn-${variant}`, size === 'small' && 'btn-small', className)
}
