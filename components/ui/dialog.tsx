'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef, type MouseEvent, type ReactNode } from 'react'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'
import { Icon } from './icon'

type Props = {
  trigger: ReactNode
  title: string
  /** Usually a form; its buttons and a DialogCancel stand at its end. */
  children: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
}

/**
 * A question that must be answered first: who gets it, exactly what is sent. A native modal, so focus stays inside, Esc closes, and focus
 * returns to the button. Until scripts have loaded the same button opens it as a popover.
 */
export function Dialog({ trigger, title, children, variant = 'secondary', size }: Props) {
  const t = useTranslations('ui.dialog')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  const open = (event: MouseEvent) => {
    event.preventDefault()
    if (!dialog.current?.matches(':popover-open')) dialog.current?.showModal()
  }
  const close = () => dialog.current?.close()

  return (
    <>
      <button type="button" popoverTarget={id} aria-haspopup="dialog" onClick={open} className={buttonStyle(variant, size)}>
        {trigger}
      </button>
      <dialog
        ref={dialog}
        id={id}
        popover="manual"
        className="dialog"
        aria-labelledby={`${id}-title`}
        onClick={(event) => {
          if (event.target === dialog.current) close()
        }}>
        <div className="dialog-head">
          <h2 id={`${id}-title`}>{title}</h2>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            onClick={close}
            className="icon-button"
            aria-label={t('close')}>
            <Icon name="close" />
          </button>
        </div>
        <div className="dialog-body">{children}</div>
      </dialog>
    </>
  )
}
