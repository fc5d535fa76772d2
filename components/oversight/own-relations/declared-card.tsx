import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { endOwnRelation } from '@/lib/oversight/own-relations/actions'
import type { relationsOf } from '@/lib/oversight/own-relations/queries'
import { formatDay } from '@/lib/platform/dates'

/** What a user has declared, without whom: for the day one was declared by mistake. Nothing when there is none. */
export async function DeclaredCard({ userId, relations }: { userId: string; relations: Awaited<ReturnType<typeof relationsOf>> }) {
  const [t, locale] = [await getTranslations('oversight.close'), await getLocale()]
  if (relations.length === 0) return null
  return (
    <Card title={t('declaredTitle')}>
      <p className="max-w-text text-muted">{t('declaredLead')}</p>
      <ul className="mt-3 space-y-2">
        {relations.map((one) => <li key={one.id} className="flex flex-wrap items-center justify-between gap-3"><span>{t.has(`kind.${one.kind}`) ? t(`kind.${one.kind}`) : t('kind.OTHER_FAMILY')} <span className="text-sm text-muted">{t('since', { day: formatDay(one.since, locale) })}</span></span><ActionButton action={endOwnRelation} values={{ relationId: one.id, userId }} size="small">{t('end')}</ActionButton></li>)}
      </ul>
    </Card>
  )
}
