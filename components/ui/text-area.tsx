import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { CharacterCount } from './character-count'
import { Field, type FieldProps } from './field'
import { describedBy, fieldErrors, fieldId, fieldValue } from './form-state'

type Props = FieldProps & {
  defaultValue?: string
  /** The least height; it grows with the text. */
  rows?: 2 | 3 | 4 | 6 | 8 | 12
  /** The most characters the schema takes. Shown as a sentence; counts down when scripts run. Never cuts what is pasted. */
  maxLength?: number
} & Pick<ComponentProps<'textarea'>, 'required' | 'readOnly' | 'lang' | 'spellCheck' | 'autoFocus' | 'placeholder'>

/** Several lines of text. Grows with what is written where the browser can. */
export function TextArea({ name, label, help, optional, state, scope, defaultValue, rows = 4, maxLength, ...rest }: Props) {
  const t = useTranslations('ui.count')
  const id = fieldId(name, scope)
  const errors = fieldErrors(state, name)
  const countId = maxLength ? `${id}-count` : undefined
  return (
    <Field id={id} label={label} help={help} errors={errors} optional={optional}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        className="control"
        aria-invalid={errors.length > 0 || undefined}
        defaultValue={fieldValue(state, name, defaultValue)}
        aria-describedby={describedBy(id, { help: Boolean(help), error: errors.length > 0, extra: countId })}
        {...rest}
      />
      {maxLength && (
        <p id={countId} className="field-help">
          <CharacterCount fieldId={id} max={maxLength}>
            {t('max', { max: maxLength })}
          </CharacterCount>
        </p>
      )}
    </Field>
  )
}
