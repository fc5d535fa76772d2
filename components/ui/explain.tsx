import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon'

/** Unfolds where it stands; works without scripts and on a phone, unlike a tooltip. Says "Hvorfor?" unless told otherwise. */
export function Explain({ summary, children, open }: { summary?: ReactNode; children: ReactNode; open?: boolean }) {
  const t = useTranslations('ui.explain')
  return (
    <details className="explain" open={open}>
      <summary><Icon name="forward" />{summary ?? t('why')}</summary>
      <div className="explain-body">{children}</div>
    </details>
  )
}
