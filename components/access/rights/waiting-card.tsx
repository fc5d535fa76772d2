import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import type { WaitingApprovals } from '@/lib/access/rights/queries'

/** That something waits for the reader to say yes or no, and where. Nothing where nothing does. */
export function WaitingCard({ waiting: { rights, logins } }: { waiting: WaitingApprovals }) {
  const [t, tone] = [useTranslations('rights.home'), useTranslations('oversight.protection.tone')]
  const lines = [['rights', rights], ['logins', logins]] as const
  if (rights + logins === 0) return null
  return (
    <Card title={t('title')}>
      <ul className="space-y-2">{lines.map(([key, count]) => count > 0 && <li key={key} className="flex flex-wrap items-center gap-x-3"><Tag tone="warning">{tone('warning')}</Tag><a href="/rights">{t(key, { count })}</a></li>)}</ul>
    </Card>
  )
}
