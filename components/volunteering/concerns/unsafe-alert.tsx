import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'

/** Above everything else on the first page of whoever leads volunteers, as long as somebody felt unsafe and waits for an answer. */
export function UnsafeAlert({ unsafe }: { unsafe: number }) {
  const t = useTranslations('ownPage.concerns')
  if (unsafe === 0) return null
  return <Alert tone="error" title={t('unsafe', { count: unsafe })}><a href="/volunteers/concerns">{t('open')}</a></Alert>
}
