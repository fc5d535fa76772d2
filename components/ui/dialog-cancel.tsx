'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { buttonStyle } from './button-style'

/** Leaves the dialog it stands in. */
export function DialogCancel() {
  const t = useTranslations('ui.dialog')
  const button = useRef<HTMLButtonElement>(null)
  return (
    <button ref={button} type="button" className={buttonStyle('quiet')} onClick={() => button.current?.closest('dialog')?.close()}>
      {t('cancel')}
    </button>
  )
}
