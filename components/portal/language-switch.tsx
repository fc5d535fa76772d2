'use client'

import { usePathname } from 'next/navigation'

type Props = { label: string; current: string; languages: { code: string; name: string }[] }

/** A plain form, so that it works without scripts; the way back is this page. Drawn by the server too, which knows the path. */
export function LanguageSwitch({ label, current, languages }: Props) {
  const path = usePathname()
  return (
    <form action="/language" method="post" aria-label={label} className="no-print flex gap-1">
      <input type="hidden" name="back" value={path} />
      {languages.map(({ code, name }) => (
        <button key={code} name="to" value={code} lang={code} aria-current={code === current || undefined} className={`btn btn-quiet btn-small ${code === current ? 'font-semibold underline' : ''}`}>
          {name}
        </button>
      ))}
    </form>
  )
}
