import { useTranslations } from 'next-intl'
import type { PersonFacts } from '@/lib/people/record/facts/sql'
import { assign } from '@/lib/people/responsible/actions'
import { type PersonFrameProps, tabHref } from '../person-frame'
import type { FieldSpec } from './field-spec'
import { FieldsForm } from './fields-form'
import { FormFrame } from './section-page'

type Props = PersonFrameProps & { facts: PersonFacts; users: { id: string; name: string; title: string | null }[] }

export function ResponsiblePage({ facts, users, ...frame }: Props) {
  const t = useTranslations('people')
  const options = users.map((user) => ({ value: user.id, label: user.title ? `${user.name}, ${user.title}` : user.name }))
  const who: FieldSpec = { type: 'select', name: 'userId', label: t('field.userId'), options, placeholder: '' }
  const others: FieldSpec = { type: 'radio', name: 'replace', label: t('field.replace'), options: [{ value: 'add', label: t('field.add') }, { value: 'replace', label: t('field.replaceAll') }] }
  return (
    <FormFrame title={t('form.responsible')} {...frame}>
      <FieldsForm action={assign} fields={facts.responsible.length > 0 ? [who, others] : [who]} hidden={{ personId: frame.bar.id }} submit={t('form.assign')} cancel={{ href: tabHref(frame.bar.id, 'data'), label: t('form.cancel') }} />
    </FormFrame>
  )
}
