'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useFormStatus } from 'react-dom'
import { buttonStyle } from './button-style'

/** Leaves the dialog it stands in. With `closeWhenDone` it also closes it when the form around it has been sent and answered. */
export function DialogCancel({ closeWhenDone }: { closeWhenDone?: boolean }) {
  const t = useTranslations('ui.dialog')
  const { pending } = useFormStatus()
  const button = useRef<HTMLButtonElement>(null)
  const wasPending = useRef(false)

  useEffect(() => {
    if (wasPending.current && !pending && closeWhenDone) button.current?.closest('dialog')?.close()
    wasPending.current = pending
  }, [pending, closeWhenDone])

  return (
    <button ref={button} type="button" className={buttonStyle('quiet')} onClick={() => button.current?.closest('dialog')?.close()}>
      {t('cancel')}
    </button>
  )
}
