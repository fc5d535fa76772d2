import { useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { planAbsence } from '@/lib/casework/handover/cover/actions'
import type { Planning } from '@/lib/casework/handover/cover/queries'

/** From when to when, and who covers: one for all, or another for some. */
export function AbsencePage({ found: { user, people, candidates }, self }: { found: Planning; self: boolean }) {
  const t = useTranslations('casework.cover')
  const options = candidates.map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name }))
  const days: FieldSpec[] = [
    { type: 'date', name: 'fromOn', label: t('from'), value: null },
    { type: 'date', name: 'untilOn', label: t('until'), help: t('untilHelp'), value: null },
    { type: 'select', name: 'all', label: t('all', { count: people.length }), help: t('allHelp'), options, placeholder: t('choose') },
  ]
  const each = people.map(({ id, name }): FieldSpec => ({ type: 'select', name: `cover.${id}`, label: name, options: [...options, { value: 'nobody', label: t('nobody') }], placeholder: t('asAll') }))
  return (
    <>
      <PageHeading title={self ? t('planOwn') : t('planFor', { name: user.name })} lead={t('planLead')} above={<BackLink href="/handover">{t('toHandover')}</BackLink>} />
      {people.length === 0 || options.length === 0 ? <EmptyState title={t(people.length === 0 ? 'noPeople' : 'noColleagues')} icon="person">{t(people.length === 0 ? 'noPeopleLead' : 'noColleaguesLead')}</EmptyState>
        : <section className="card max-w-3xl p-(--card-pad)"><FieldsForm action={planAbsence} fields={days} folded={{ summary: t('each'), fields: each }} hidden={{ userId: user.id }} submit={t('planSubmit')} cancel={{ href: '/handover', label: t('cancel') }} /></section>}
    </>
  )
}
