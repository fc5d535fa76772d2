import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Explain } from './explain'
import { Icon } from './icon'
import { statusIcons, type Tone } from './tone'

type Props = {
  label: string
  /** null is "no data", which is not 0; 'small' is a number kept back because it is under 5. */
  value: number | null | 'small'
  unit?: string
  period: ReactNode
  /** How the number is counted, in words. */
  how: ReactNode
  /** The rows that were counted. */
  href?: string
  tone?: Exclude<Tone, 'neutral'>
  decimals?: number
}

/** A figure that says its unit, its period and how it is counted, and opens the rows behind it. */
export function StatFigure({ label, value, unit, period, how, href, tone, decimals = 0 }: Props) {
  const t = useTranslations('ui.stat')
  const format = useFormatter()
  const figure =
    value === null
      ? t('none')
      : value === 'small'
        ? t('small')
        : format.number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  const shown = (
    <>
      {figure}
      {unit && typeof value === 'number' && <span className="stat-unit"> {unit}</span>}
    </>
  )
  return (
    <div className={classNames('stat', tone && `alert-${tone}`, 'bg-surface')}>
      <p className="flex items-center gap-1.5 font-semibold">
        {tone && <Icon name={statusIcons[tone]} className="alert-icon" />}
        {label}
      </p>
      <p className={classNames('stat-value', value === null && 'stat-none')}>
        {href && typeof value === 'number' ? (
          <Link href={href} prefetch={false} aria-label={`${label}: ${figure} ${unit ?? ''}`}>
            {shown}
          </Link>
        ) : (
          shown
        )}
      </p>
      <p className="text-sm text-muted">{period}</p>
      <Explain summary={t('how')}>{how}</Explain>
    </div>
  )
}
