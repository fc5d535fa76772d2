import { fieldValue, type FormState } from './form-state'

/** What a form carries along unseen. After a conflict the newer version is what the next save counts from. */
export function HiddenFields({ values, state }: { values: Record<string, string>; state: FormState }) {
  return Object.entries(values).map(([name, value]) => {
    const now = fieldValue(state, name, value)
    return <input key={`${name}-${now}`} type="hidden" name={name} defaultValue={now} />
  })
}
