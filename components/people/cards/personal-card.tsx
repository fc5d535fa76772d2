import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DateText } from '@/components/ui/date-text'
import { DescriptionList } from '@/components/ui/description-list'
import type { PersonBar } from '@/lib/people/record/bar/sql'
import type { PersonFacts } from '@/lib/people/record/facts/sql'
import { ChangedText, EditLink, sourceName } from './card-parts'

export type CardProps = { bar: PersonBar; facts: PersonFacts; mayUpdate: boolean }

export function PersonalCard({ bar, facts, mayUpdate }: CardProps) {
  const t = useTranslations('people')
  const needs = [bar.interpreterNeeded && t('tag.interpreter'), bar.largePrint && t('tag.largePrint'), bar.signLanguage && t('tag.signLanguage'), facts.communicationNote].filter(Boolean)
  const items = [
    { key: 'first', label: t('field.firstName'), value: bar.firstName || t('card.unknown') },
    { key: 'last', label: t('field.lastName'), value: bar.lastName || t('card.unknown') },
    { key: 'birth', label: t('field.birthDate'), value: bar.birthDate ? <DateText day={bar.birthDate} /> : t('card.unknown') },
    { key: 'cpr', label: t('field.cpr'), value: <span className="flex flex-wrap items-center gap-2"><span className="tabular">{bar.cpr ? `${bar.cpr.birthPart}-••••` : t('card.unknown')}</span><EditLink may={mayUpdate} personId={bar.id} section="cpr" label={t('card.edit')} /></span> },
    { key: 'language', label: t('field.language'), value: t(`language.${bar.language}`) },
    { key: 'needs', label: t('field.communicationNote'), value: needs.length > 0 ? needs.join(', ') : t('card.unknown') },
    { key: 'post', label: t('field.digitalPost'), value: t(`digitalPost.${bar.digitalPost}`) },
    { key: 'registered', label: t('field.registeredOn'), value: <DateText day={facts.registeredOn} /> },
  ]
  return (
    <Card title={t('card.personal')} source={sourceName(t, facts.source)} changed={facts.changed.person && <ChangedText changed={facts.changed.person} />} actions={<EditLink may={mayUpdate} personId={bar.id} section="person" label={t('card.edit')} />}>
      <DescriptionList items={items} />
    </Card>
  )
}

export function StatusCard({ bar, mayUpdate }: CardProps) {
  const t = useTranslations('people')
  const day = (value: typeof bar.diedOn) => (value ? <DateText day={value} /> : t('card.unknown'))
  const items = [
    { key: 'in', label: t('field.movedInOn'), value: day(bar.movedInOn) },
    { key: 'away', label: t('field.movedAwayOn'), value: day(bar.movedAwayOn) },
    ...(bar.diedOn ? [{ key: 'died', label: t('field.diedOn'), value: day(bar.diedOn) }] : []),
  ]
  return <Card title={t('card.status')} actions={<EditLink may={mayUpdate} personId={bar.id} section="status" label={t('card.edit')} />}><DescriptionList items={items} /></Card>
}
