import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StatePanel } from './state-panel'

type Props = { title?: string; children?: ReactNode; reference?: string; actions?: ReactNode }

/** It could not be fetched: never to be mistaken for "there is nothing". `reference` is what support can look up. */
export function FailedState({ title, children, reference, actions }: Props) {
  const t = useTranslations('ui.failed')
  return (
    <StatePanel kind="failed" icon="error" role="alert" title={title ?? t('title')} actions={actions}>
      <p>{children ?? t('body')}</p>
      {reference && <p className="mt-1 text-sm">{t('reference')} <code className="font-semibold select-all">{reference}</code></p>}
    </StatePanel>
  )
}
