import type { ComponentPropsWithRef } from 'react'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'
import { Icon, type IconName } from './icon'

type Props = ComponentPropsWithRef<'button'> & { variant?: ButtonVariant; size?: ButtonSize; icon?: IconName }

/** A button that does not send a form unless told to; for sending see SubmitButton. */
export function Button({ variant = 'secondary', size, icon, className, children, type = 'button', ...rest }: Props) {
  return (
    <button type={type} className={buttonStyle(variant, size, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
