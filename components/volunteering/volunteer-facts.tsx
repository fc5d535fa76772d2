import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { formatPhone } from '@/lib/people/phones/rules'
import { formatMoment } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Lists } from '@/lib/volunteering/list/sql'
import { type Experience, type Language, week } from '@/lib/volunteering/volunteers/rules'
import type { Volunteer } from '@/lib/volunteering/volunteers/queries'

/** What somebody can and will, and how they are reached. What is not known says so. */
export function VolunteerFacts({ volunteer: v, lists }: { volunteer: Volunteer; lists: Lists }) {
  const [t, locale] = [useTranslations('volunteering'), useLocale()]
  const unknown = <span className="text-muted">{t('unknown')}</span>
  const named = (codes: string[], all: Lists['roles']) => codes.map((code) => nameOf(all.find((one) => one.code === code), locale) || code).join(', ') || unknown
  const text = (words: string | null) => (words ? <span className="max-w-text whitespace-pre-line">{words}</span> : unknown)
  return (
    <div className="space-y-6">
      <Card title={t('reached')}>
        <DescriptionList items={[
          { key: 'phone', label: t('form.phone'), value: v.phone ? <a href={`tel:${v.phone}`}>{formatPhone(v.phone)}</a> : unknown },
          { key: 'email', label: t('form.email'), value: v.email ? <a href={`mailto:${v.email}`}>{v.email}</a> : unknown },
          { key: 'postcode', label: t('form.postcode'), value: v.addressProtected ? t('postcodeProtected') : (v.postcode ?? unknown) },
          { key: 'born', label: t('form.birthYear'), value: v.birthYear ?? unknown },
          { key: 'language', label: t('form.language'), value: t(`language.${v.language}`) },
          { key: 'agreed', label: t('agreedAt'), value: t('agreedBy', { when: formatMoment(v.agreedAt, locale), how: t(`source.${v.source}`) }) },
        ]} />
      </Card>
      <Card title={t('can')}>
        <DescriptionList items={[
          { key: 'roles', label: t('list.roles'), value: named(v.roles, lists.roles) },
          { key: 'areas', label: t('list.areas'), value: named(v.areas, lists.areas) },
          { key: 'times', label: t('ask.they.times'), value: v.times.length === 0 ? unknown : <ul>{week(v.times).map(({ weekday, parts }) => <li key={weekday}>{t(`weekday.${weekday}` as 'weekday.1')}: {parts.map((part) => t(`daypart.${part}`).toLowerCase()).join(', ')}</li>)}</ul> },
          { key: 'languages', label: t('ask.they.languages'), value: v.languages.map((one) => `${t(`language.${one.language as Language}`)} (${t(`level.${one.level}`).toLowerCase()})`).join(', ') || unknown },
          { key: 'skills', label: t('ask.they.skills'), value: text(v.skills) },
          { key: 'experience', label: t('form.experience'), value: v.experience.map((one) => t(`experience.${one as Experience}`)).join(', ') || unknown },
          { key: 'association', label: t('form.association'), value: v.association ? <a href={`/associations/${v.association.id}`}>{v.association.name}</a> : t('form.noAssociation') },
          { key: 'capacity', label: t('form.capacity'), value: v.capacity },
          { key: 'monthly', label: t('form.monthlyLimit'), value: v.monthlyLimit ?? t('noLimit') },
          { key: 'limits', label: t('form.limits'), value: text(v.limits) },
        ]} />
      </Card>
    </div>
  )
}
