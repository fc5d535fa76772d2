import { Field, type FieldProps } from './field'
import { describedBy, fieldErrors, fieldId } from './form-state'

type Props = FieldProps & {
  /** As the browser's `accept`: ".csv,.xlsx". */
  accept?: string
  multiple?: boolean
  required?: boolean
}

/** A file to send. Say in `help` which kinds are taken and how large they may be. A browser never gives a chosen file back. */
export function FileInput({ name, label, help, optional, disabled, state, scope, accept, multiple, required }: Props) {
  const id = fieldId(name, scope)
  const errors = fieldErrors(state, name)
  return (
    <Field id={id} label={label} help={help} errors={errors} optional={optional}>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        required={required}
        className="control"
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, { help: Boolean(help), error: errors.length > 0 })}
      />
    </Field>
  )
}
