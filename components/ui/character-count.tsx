'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'

/** Counts down under a text area. Its children are what stands there until scripts run. Announced only near the limit. */
export function CharacterCount({ fieldId, max, children }: { fieldId: string; max: number; children: ReactNode }) {
  const t = useTranslations('ui.count')
  const [used, setUsed] = useState<number | null>(null)

  useEffect(() => {
    const area = document.getElementById(fieldId)
    if (!(area instanceof HTMLTextAreaElement)) return
    const count = () => setUsed(area.value.length)
    count()
    area.addEventListener('input', count)
    return () => area.removeEventListener('input', count)
  }, [fieldId])

  if (used === null) return children
  const left = max - used
  return (
    <span aria-live={left <= 20 ? 'polite' : 'off'} className={left < 0 ? 'font-semibold text-error-ink' : undefined}>
      {left < 0 ? t('over', { count: -left }) : t('left', { count: left })}
    </span>
  )
}
