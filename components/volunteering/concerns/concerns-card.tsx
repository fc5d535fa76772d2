import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'

/** On the first page of whoever leads volunteers, as long as somebody waits for an answer to what worries them. */
export function ConcernsCard({ counts }: { counts: { open: number; unsafe: number } }) {
  const t = useTranslations('ownPage.concerns')
  if (counts.open === 0) return null
  return <Alert tone={counts.unsafe > 0 ? 'error' : 'warning'} title={t('waiting', { count: counts.open })}>{counts.unsafe > 0 && <>{t('unsafe', { count: counts.unsafe })} </>}<a href="/volunteers/concerns">{t('open')}</a></Alert>
}
