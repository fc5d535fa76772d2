import { useTranslations } from 'next-intl'
import { Field, type FieldProps } from './field'
import { describedBy, fieldErrors, fieldId, fieldValue } from './form-state'

/** A time of day as 24 hours, "14:30"; "14.30" and "1430" are for the schema to understand. */
export function TimeField({ name, label, help, optional, disabled, state, scope, defaultValue }: FieldProps & { defaultValue?: string }) {
  const t = useTranslations('ui.time')
  const id = fieldId(name, scope)
  const errors = fieldErrors(state, name)
  return (
    <Field id={id} label={label} help={help ?? t('help')} errors={errors} optional={optional}>
      <input id={id} name={name} inputMode="text" maxLength={5} autoComplete="off" disabled={disabled} className="control tabular max-w-24"
        defaultValue={fieldValue(state, name, defaultValue)} aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, { help: true, error: errors.length > 0 })} />
    </Field>
  )
}
