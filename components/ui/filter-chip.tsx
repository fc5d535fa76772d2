import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Icon } from './icon'

/** One chosen filter with a cross that leads to the list without it. */
export function FilterChip({ label, removeHref }: { label: string; removeHref: string }) {
  const t = useTranslations('ui.chip')
  return (
    <Link href={removeHref} prefetch={false} className="chip" aria-label={t('remove', { label })}>
      {label}
      <Icon name="close" />
    </Link>
  )
}
