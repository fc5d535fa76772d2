import { getTranslations } from 'next-intl/server'
import { REGISTER } from '@/lib/people/register-import/kind'
import { saveValues } from '@/lib/people/register-import/actions'
import type { Batch } from '@/lib/people/register-import/queries'
import { fieldName, valueText } from './sentences'
import { ValuesForm } from './values-form'

/** Step 3: words of the file nobody has explained yet. What is answered here is known the next time. */
export async function ValuesStep({ batch }: { batch: Batch }) {
  const t = await getTranslations('imports')
  const values = batch.unknown.map((unknown, index) => {
    const codes = REGISTER.fields.find((field) => field.key === unknown.field)?.choices?.map((choice) => choice.code) ?? []
    const decided = batch.valueMap[unknown.field]?.[unknown.folded]
    return {
      name: `value.${index}`, label: t('values.one', { text: unknown.text, column: unknown.column }),
      help: t('values.where', { count: unknown.count, rows: unknown.rows.join(', '), more: unknown.count > unknown.rows.length ? ' …' : '', field: fieldName(t, unknown.field) }),
      chosen: decided === undefined ? '' : (decided ?? 'EMPTY'),
      options: [...codes.map((code) => ({ value: code, label: valueText(t, unknown.field, code, 'da') })), { value: 'EMPTY', label: t('values.leaveOut') }],
    }
  })
  return <ValuesForm action={saveValues} batch={batch.id} values={values} texts={{ lead: t('values.lead', { count: values.length }), choose: t('values.choose'), submit: t('values.submit'), pending: t('columns.pending') }} />
}
