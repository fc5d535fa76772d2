import { useTranslations } from 'next-intl'

/** On its way: grey lines in the shape of what comes. Said once to screen readers. */
export function LoadingState({ label, lines = 4 }: { label?: string; lines?: number }) {
  const t = useTranslations('ui.loading')
  return (
    <div role="status" className="state-loading">
      <span className="sr-only">{label ?? t('label')}</span>
      {Array.from({ length: lines }, (_, index) => <div key={index} aria-hidden="true" />)}
    </div>
  )
}
