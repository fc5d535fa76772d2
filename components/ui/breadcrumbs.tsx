import { useTranslations } from 'next-intl'
import Link from 'next/link'

export type Crumb = { href?: string; label: string }

/** The way here. The last one is the page itself and has no address. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const t = useTranslations('ui.breadcrumbs')
  return (
    <nav aria-label={t('label')} className="no-print">
      <ol className="breadcrumbs">
        {items.map((item) => (
          <li key={item.label}>
            {item.href ? <Link href={item.href} prefetch={false}>{item.label}</Link> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
