'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'

/** Ticks every row of its form that can be ticked, and shows when only some are. Without scripts the rows are ticked one by one. */
export function SelectAll({ name }: { name: string }) {
  const t = useTranslations('ui.table')
  const box = useRef<HTMLInputElement>(null)
  const rows = () => [
    ...(box.current?.closest('table')?.querySelectorAll<HTMLInputElement>(`tbody input[name="${CSS.escape(name)}"]:not(:disabled)`) ?? []),
  ]

  useEffect(() => {
    const table = box.current?.closest('table')
    const follow = () => {
      if (!box.current) return
      const ticked = rows().filter((row) => row.checked).length
      box.current.checked = ticked > 0 && ticked === rows().length
      box.current.indeterminate = ticked > 0 && ticked < rows().length
    }
    follow()
    table?.addEventListener('change', follow)
    return () => table?.removeEventListener('change', follow)
  })

  const tickAll = (checked: boolean) => {
    for (const row of rows()) row.checked = checked
    rows()[0]?.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return (
    <label>
      <input ref={box} type="checkbox" aria-label={t('selectAll')} onChange={(event) => tickAll(event.target.checked)} />
    </label>
  )
}
