'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from './icon'

/** Copies a number that is often carried to another system. `what` names it: "telefonnummeret". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const t = useTranslations('ui.copy')
  const [copied, setCopied] = useState(false)
  return (
    <button type="button" className="icon-button no-print inline-grid! print:hidden! align-middle" aria-label={t('copy', { what })}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))} onBlur={() => setCopied(false)}>
      <Icon name={copied ? 'check' : 'copy'} />
      <span role="status" className="sr-only">{copied ? t('copied') : ''}</span>
    </button>
  )
}
