import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { Field, type FieldProps } from './field'
import { describedBy, fieldErrors, fieldId, fieldValue } from './form-state'

type Width = 'full' | 'half' | 'short' | 'tiny'

const widths: Record<Width, string> = { full: '', half: 'max-w-80', short: 'max-w-40', tiny: 'max-w-20' }

type Props = FieldProps & {
  defaultValue?: string
  type?: 'text' | 'email' | 'tel' | 'url' | 'password'
  /** How long an answer is expected: the width tells the reader. */
  width?: Width
} & Pick<ComponentProps<'input'>, 'autoComplete' | 'inputMode' | 'required' | 'readOnly' | 'spellCheck' | 'autoFocus' | 'list' | 'lang'>

/** One line of text. A password is never sent back into the page. */
export function TextInput({ name, label, help, optional, state, scope, defaultValue, width = 'full', type = 'text', ...rest }: Props) {
  const id = fieldId(name, scope)
  const errors = fieldErrors(state, name)
  return (
    <Field id={id} label={label} help={help} errors={errors} optional={optional}>
      <input id={id} name={name} type={type} className={classNames('control', widths[width])} aria-invalid={errors.length > 0 || undefined}
        defaultValue={type === 'password' ? undefined : fieldValue(state, name, defaultValue)}
        aria-describedby={describedBy(id, { help: Boolean(help), error: errors.length > 0 })} {...rest} />
    </Field>
  )
}
