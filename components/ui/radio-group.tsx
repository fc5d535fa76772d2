import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { FieldGroup, type FieldProps } from './field'
import { describedBy, fieldErrors, fieldId, fieldValue } from './form-state'

export type Choice = {
  value: string
  label: ReactNode
  help?: ReactNode
  disabled?: boolean
  /** Fields that belong to this choice; shown only when it is chosen, and there without scripts too. */
  more?: ReactNode
}

type Props = FieldProps & { options: Choice[]; defaultValue?: string; inline?: boolean; required?: boolean; /** Where the page begins for whoever came to fill it in. */ autoFocus?: boolean }

/** One of a few choices, all in view. Nothing is chosen beforehand unless `defaultValue` says so. */
export function RadioGroup({ name, label, help, optional, disabled, state, scope, options, defaultValue, inline, required, autoFocus }: Props) {
  const id = fieldId(name, scope)
  const errors = fieldErrors(state, name)
  const chosen = fieldValue(state, name, defaultValue)
  return (
    <FieldGroup
      id={id}
      label={label}
      help={help}
      errors={errors}
      optional={optional}
      describedBy={describedBy(id, { help: Boolean(help), error: errors.length > 0 })}>
      <div className={classNames('flex', inline ? 'flex-wrap gap-x-6' : 'flex-col')}>
        {options.map((option, at) => (
          <div key={option.value} className="choice-row">
            <label className="choice">
              <input
                type="radio"
                name={name}
                value={option.value}
                defaultChecked={chosen === option.value}
                disabled={disabled || option.disabled}
                required={required}
                autoFocus={autoFocus && at === 0}
                aria-invalid={errors.length > 0 || undefined}
              />
              <span>
                {option.label}
                {option.help && <span className="choice-help">{option.help}</span>}
              </span>
            </label>
            {option.more && <div className="choice-more">{option.more}</div>}
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
