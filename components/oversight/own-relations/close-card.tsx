import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import type { OwnRelation } from '@/lib/oversight/own-relations/queries'
import { relationKinds } from '@/lib/oversight/own-relations/rules'
import { formatDay } from '@/lib/platform/dates'
import { whoTexts } from '../who-texts'
import { DeclareForm } from './declare-form'

/** Whom one is too close to, as one said it; and a form for the next. */
export async function CloseCard({ relations }: { relations: OwnRelation[] }) {
  const [t, locale] = [await getTranslations('oversight.close'), await getLocale()]
  const kind = (key: string) => (t.has(`kind.${key}`) ? t(`kind.${key}`) : t('kind.OTHER_FAMILY'))
  const who = (one: OwnRelation) => (one.name ? `${one.name}, ${t('born', { day: one.born ? formatDay(one.born, locale) : '' })}` : t(one.byNumber ? 'number' : 'known'))
  return (
    <Card title={t('title')}>
      <p className="max-w-text">{t('lead')}</p>
      {relations.length > 0 && <ul className="mt-3 space-y-1">{relations.map((one) => <li key={one.id}><strong>{kind(one.kind)}:</strong> {who(one)} <span className="text-sm text-muted">{t('since', { day: formatDay(one.since, locale) })}</span></li>)}</ul>}
      <details className="mt-4">
        <summary className="font-semibold">{t('add')}</summary>
        <DeclareForm who={await whoTexts()} kinds={relationKinds.map((value) => ({ value, label: kind(value) }))} texts={{ kind: t('kindLabel'), choose: t('choose'), submit: t('submit') }} />
      </details>
    </Card>
  )
}
