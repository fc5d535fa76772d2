import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import type { Attention } from '@/lib/oversight/overview/rules'

/** What needs somebody, as sentences that lead there. */
export async function AttentionCard({ items }: { items: Attention[] }) {
  const t = await getTranslations('oversight.protection')
  return (
    <Card title={t('attention')}>
      {items.length === 0 && <EmptyState title={t('calm')} good />}
      <ul className="space-y-2">
        {items.map(({ key, tone, count, href }) => <li key={key} className="flex flex-wrap items-center gap-x-3"><Tag tone={tone}>{t(`tone.${tone}`)}</Tag><a href={href}>{t(`needs.${key}`, { count })}</a></li>)}
      </ul>
    </Card>
  )
}
