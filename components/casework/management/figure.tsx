import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import type { Asked, Kept } from '@/lib/casework/management/rules'
import { rowsHref } from '@/lib/casework/management/schema'

/** A number that opens its rows; one that is kept back says so, and 0 opens nothing. `label`: what a screen reader hears with the number. */
export function Figure({ value, asked, label }: { value: Kept; asked: Asked; label: string }) {
  const [t, format] = [useTranslations('management'), useFormatter()]
  if (value === null) return <span className="text-sm text-muted">{t('hidden')}</span>
  if (value === 0) return <>0</>
  return <Link href={rowsHref(asked)} prefetch={false} aria-label={`${label}: ${value}`}>{format.number(value)}</Link>
}

/** One subject of the page: what it covers, the figures, and how they were counted. */
export function FigureCard({ id, title, period, how, children }: { id: string; title: string; period: string; how: string; children: ReactNode }) {
  return (
    <Card id={id} title={title}>
      <p className="mb-2 text-sm font-semibold">{period}</p>
      <div className="xl:grid xl:grid-cols-[minmax(0,5fr)_minmax(0,2fr)] xl:gap-8">
        <div className="min-w-0">{children}</div>
        <p className="mt-3 max-w-text text-sm text-muted xl:mt-0">{how}</p>
      </div>
    </Card>
  )
}
