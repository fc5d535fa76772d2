import { classNames } from './class-names'
import { FieldGroup, type FieldProps } from './field'
import { describedBy, fieldErrors, fieldId, fieldValues } from './form-state'
import type { Choice } from './radio-group'

type Props = FieldProps & { options: Choice[]; defaultValue?: readonly string[]; inline?: boolean }

/** Any number of choices under one name. */
export function CheckboxGroup({ name, label, help, optional, disabled, state, scope, options, defaultValue, inline }: Props) {
  const id = fieldId(name, scope)
  const errors = fieldErrors(state, name)
  const chosen = fieldValues(state, name, defaultValue)
  return (
    <FieldGroup id={id} label={label} help={help} errors={errors} optional={optional}
      describedBy={describedBy(id, { help: Boolean(help), error: errors.length > 0 })}>
      <div className={classNames('flex', inline ? 'flex-wrap gap-x-6' : 'flex-col')}>
        {options.map((option) => (
          <div key={option.value} className="choice-row">
            <label className="choice">
              <input type="checkbox" name={name} value={option.value} defaultChecked={chosen.includes(option.value)}
                disabled={disabled || option.disabled} aria-invalid={errors.length > 0 || undefined} />
              <span>{option.label}{option.help && <span className="choice-help">{option.help}</span>}</span>
            </label>
            {option.more && <div className="choice-more">{option.more}</div>}
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
