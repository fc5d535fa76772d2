'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'

/** What can be done with the ticked rows: sticks to the bottom of the window. Stands in the same form as its DataTable. */
export function BulkBar({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations('ui.table')
  const bar = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState<number | null>(null)

  useEffect(() => {
    const form = bar.current?.closest('form')
    if (!form) return
    const follow = () => setCount(form.querySelectorAll(`tbody input[name="${CSS.escape(name)}"]:checked`).length)
    follow()
    form.addEventListener('change', follow)
    form.addEventListener('reset', follow)
    return () => {
      form.removeEventListener('change', follow)
      form.removeEventListener('reset', follow)
    }
  }, [name])

  return (
    <div ref={bar} className="bulk-bar no-print" data-empty={count === 0 || undefined}>
      <p role="status" className="tabular font-semibold">{count === null ? t('selectedSome') : t('selected', { count })}</p>
      <div className="form-actions">{children}</div>
    </div>
  )
}
