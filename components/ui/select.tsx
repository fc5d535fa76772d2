import { classNames } from './class-names'
import { Field, type FieldProps } from './field'
import { describedBy, fieldErrors, fieldId, fieldValue } from './form-state'

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: Option[] }

type Props = FieldProps & {
  options: (Option | OptionGroup)[]
  defaultValue?: string
  /** The empty first choice, e.g. "Vælg enhed". Leave it out only where one choice is always right. */
  placeholder?: string
  required?: boolean
  hideLabel?: boolean
  fit?: boolean
}

/** One of more than about seven choices; with fewer, RadioGroup shows them all. */
export function Select({
  name,
  label,
  help,
  optional,
  disabled,
  state,
  scope,
  options,
  defaultValue,
  placeholder,
  required,
  hideLabel,
  fit,
}: Props) {
  const id = fieldId(name, scope)
  const errors = fieldErrors(state, name)
  return (
    <Field id={id} label={label} help={help} errors={errors} optional={optional} hideLabel={hideLabel}>
      {/* The key makes the browser take a returned choice: React leaves a mounted select's default alone. */}
      <select
        key={fieldValue(state, name, defaultValue)}
        id={id}
        name={name}
        className={classNames('control', fit && 'w-fit')}
        disabled={disabled}
        required={required}
        defaultValue={fieldValue(state, name, defaultValue)}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, { help: Boolean(help), error: errors.length > 0 })}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((entry) =>
          'options' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(renderOption)}
            </optgroup>
          ) : (
            renderOption(entry)
          ),
        )}
      </select>
    </Field>
  )
}

function renderOption({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
}
