'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'

type Props = {
  children: ReactNode
  /** What it says while it works, e.g. "Gemmer …". */
  pendingLabel?: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  /** Where a form has several buttons, the pressed one's name and value are sent with it. */
  name?: string
  value?: string
  form?: string
  /** Skips the browser's own checks, as "save draft" does. */
  formNoValidate?: boolean
  className?: string
}

/**
 * Sends the form it stands in. While the form is on its way it stays focusable but does nothing more, so a double click sends once;
 * the submission id of the form guards the time before this code has loaded.
 */
export function SubmitButton({ children, pendingLabel, variant = 'primary', size, className, name, value, ...rest }: Props) {
  const t = useTranslations('ui.submit')
  const { pending, data } = useFormStatus()
  const mine = pending && (name === undefined || data?.get(name) === (value ?? ''))
  return (
    <button type="submit" name={name} value={value} className={buttonStyle(variant, size, className)} aria-disabled={pending || undefined}
      onClick={(event) => { if (pending) event.preventDefault() }} {...rest}>
      <span aria-live="polite">{mine ? (pendingLabel ?? t('pending')) : children}</span>
    </button>
  )
}
