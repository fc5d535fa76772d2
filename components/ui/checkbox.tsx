import { classNames } from './class-names'
import type { FieldProps } from './field'
import { describedBy, fieldErrors, fieldId, fieldValues } from './form-state'
import { Icon } from './icon'

type Props = Omit<FieldProps, 'optional'> & { value?: string; defaultChecked?: boolean; required?: boolean }

/** One yes. Sent as `value` ("on" unless told) when ticked, and not at all when not. */
export function Checkbox({ name, label, help, disabled, state, scope, value = 'on', defaultChecked = false, required }: Props) {
  const id = fieldId(name, scope)
  const errors = fieldErrors(state, name)
  return (
    <div className={classNames('field', errors.length > 0 && 'field-invalid')}>
      {errors.length > 0 && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="error" />
          {errors.join(' ')}
        </p>
      )}
      <label className="choice">
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={fieldValues(state, name, defaultChecked ? [value] : []).includes(value)}
          disabled={disabled}
          required={required}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, { help: Boolean(help), error: errors.length > 0 })}
        />
        <span>
          {label}
          {help && (
            <span id={`${id}-help`} className="choice-help">
              {help}
            </span>
          )}
        </span>
      </label>
    </div>
  )
}
