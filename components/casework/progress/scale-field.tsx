import { FieldGroup } from '@/components/ui/field'
import { describedBy, fieldErrors, fieldId, fieldValue, type FormState } from '@/components/ui/form-state'

type Props = { name: string; label: string; /** What was rated last time: beside, never chosen beforehand. */ last: string; steps: { value: number; label: string; means?: string }[]; notRated: string; state: FormState }

/** One rating: every step of the scale in view. Nothing is chosen but *not rated*, which is what is saved when nobody chooses. */
export function ScaleField({ name, label, last, steps, notRated, state }: Props) {
  const id = fieldId(name)
  const errors = fieldErrors(state, name)
  const chosen = fieldValue(state, name)
  return (
    <FieldGroup id={id} label={label} help={last} errors={errors} describedBy={describedBy(id, { help: true, error: errors.length > 0 })}>
      <div className="scale-steps">
        {steps.map(({ value, label: step, means }) => (
          <label key={value} className="scale-step">
            <input type="radio" name={name} value={value} defaultChecked={chosen === String(value)} />
            <span>{step}{means && <span className="sr-only"> {means}</span>}</span>
          </label>
        ))}
        <label className="scale-step scale-none">
          <input type="radio" name={name} value="" defaultChecked={chosen === ''} />
          <span>{notRated}</span>
        </label>
      </div>
    </FieldGroup>
  )
}
