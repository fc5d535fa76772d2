import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { formatPhone } from '@/lib/people/phones/rules'
import { formatMoment } from '@/lib/platform/dates'
import { settleConcern } from '@/lib/volunteering/concerns/actions'
import type { Concern } from '@/lib/volunteering/concerns/queries'

/** What volunteers are worried about, until somebody has taken care of it; then the last of those. */
export function ConcernsPage({ concerns: { open, settled } }: { concerns: { open: Concern[]; settled: Concern[] } }) {
  const t = useTranslations('ownPage.concerns')
  return (
    <>
      <PageHeading above={<BackLink href="/volunteers">{t('back')}</BackLink>} title={t('title')} lead={t('lead')} />
      {open.length === 0 ? <EmptyState title={t('none')} good /> : <ul className="space-y-5">{open.map((one) => <li key={one.id}><OpenConcern concern={one} /></li>)}</ul>}
      {settled.length > 0 && <div className="mt-8"><Card title={t('settled')}><ul className="divide-y divide-line">{settled.map((one) => <li key={one.id} className="py-3 first:pt-0"><Told concern={one} /></li>)}</ul></Card></div>}
    </>
  )
}

function OpenConcern({ concern }: { concern: Concern }) {
  const [t, kind] = [useTranslations('ownPage.concerns'), useTranslations('ownPage.concern.kind')]
  return (
    <Card title={kind(concern.kind)} actions={concern.kind === 'unsafe' && <Tag tone="error">{t('first')}</Tag>}>
      <Told concern={concern} />
      <div className="no-print mt-4"><FieldsForm action={settleConcern} hidden={{ concernId: concern.id }} submit={t('settle')} variant="secondary" fields={[{ type: 'area', name: 'words', label: t('words'), max: 2000, optional: true }]} /></div>
    </Card>
  )
}

/** Who is worried, since when, and in which words; whom they meet only where a consent lets the reader know. */
function Told({ concern: c }: { concern: Concern }) {
  const [t, kind, locale] = [useTranslations('ownPage.concerns'), useTranslations('ownPage.concern.kind'), useLocale()]
  return (
    <>
      <p><a href={`/volunteers/${c.volunteerId}`}>{c.volunteer}</a>{c.phone && <> · <a href={`tel:${c.phone}`}>{formatPhone(c.phone)}</a></>} · <a href={`/volunteers/matches/${c.matchId}`}>{t('match', { number: c.matchNumber })}</a>{c.name && <> · {c.name}</>}</p>
      <p className="text-sm text-muted">{c.settledAt && <>{kind(c.kind)} · </>}{formatMoment(c.raisedAt, locale)}</p>
      {c.words ? <p className="mt-2 max-w-text whitespace-pre-line">{c.words}</p> : <p className="mt-2 max-w-text text-muted">{t('hidden')}</p>}
      {c.settledAt && <p className="mt-2 max-w-text"><strong>{t('settledOn', { when: formatMoment(c.settledAt, locale) })}</strong> {c.settledWords}</p>}
    </>
  )
}
