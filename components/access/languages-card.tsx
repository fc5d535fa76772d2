import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { Card } from '@/components/ui/card'
import { languages, levels, spokenOf } from '@/lib/access/languages/rules'
import type { FormState } from '@/lib/platform/form-state'

type Props = { action: (previous: FormState, formData: FormData) => Promise<FormState>; kept: readonly string[]; hidden: Record<string, string>; lead: string }

/** Which languages somebody speaks, and how well. */
export function LanguagesCard({ action, kept, hidden, lead }: Props) {
  const [t, names] = [useTranslations('access.languages'), useTranslations('people.language')]
  const spoken = spokenOf(kept)
  const level = (code: (typeof languages)[number]): FieldSpec => ({ type: 'select', name: `level.${code}`, label: t('howWell'), options: levels.map((value) => ({ value, label: t(`level.${value}`) })), value: spoken[code] ?? 'good' })
  const fields: FieldSpec[] = [{ type: 'ticks', name: 'languages', label: t('which'), optional: true, options: languages.map((value) => ({ value, label: names(value) })), values: Object.keys(spoken), more: Object.fromEntries(languages.map((code) => [code, level(code)])) }]
  return (
    <Card title={t('title')}>
      <p className="mb-3 max-w-text text-muted">{lead}</p>
      <FieldsForm key={hidden.version} action={action} fields={fields} hidden={hidden} submit={t('save')} variant="secondary" />
    </Card>
  )
}
