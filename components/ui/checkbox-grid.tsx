import { FieldGroup, type FieldProps } from './field'
import { describedBy, fieldErrors, fieldId, fieldValues } from './form-state'
import type { Option } from './select'

type Props = FieldProps & { rows: Option[]; columns: Option[]; defaultValue?: readonly string[] }

/** Any number of places in a grid, such as the parts of a week. Each row is a group of its own, so that a screen reader says which it is; sent as 'row-column'. On a phone the row's name stands above its boxes. */
export function CheckboxGrid({ name, label, help, optional, disabled, state, scope, rows, columns, defaultValue }: Props) {
  const id = fieldId(name, scope)
  const errors = fieldErrors(state, name)
  const chosen = fieldValues(state, name, defaultValue)
  return (
    <FieldGroup id={id} label={label} help={help} errors={errors} optional={optional} describedBy={describedBy(id, { help: Boolean(help), error: errors.length > 0 })}>
      {rows.map((row) => (
        <div key={row.value} role="group" aria-label={row.label} className="flex flex-wrap items-center gap-x-5 max-sm:mt-2">
          <span aria-hidden="true" className="w-24 max-sm:w-full max-sm:font-semibold">{row.label}</span>
          {columns.map((column) => {
            const value = `${row.value}-${column.value}`
            return <label key={value} className="choice"><input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} disabled={disabled} /><span>{column.label}</span></label>
          })}
        </div>
      ))}
    </FieldGroup>
  )
}
