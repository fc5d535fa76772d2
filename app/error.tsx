'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { FailedState } from '@/components/ui/failed-state'

/** Anything that was not foreseen. The digest is what the log line carries too. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const t = useTranslations('ui.failed')
  // A reload, not `reset()`: what failed on the server is asked for again, and the address stays.
  return (
    <main id="content" className="mx-auto max-w-2xl px-4 py-10">
      <FailedState reference={error.digest} actions={<Button variant="primary" icon="retry" onClick={() => window.location.reload()}>{t('retry')}</Button>} />
    </main>
  )
}
