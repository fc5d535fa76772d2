import type { FormState } from './form-state'
import { Alert } from './alert'

/** What a form says when it went well, where it stays on its page. Errors belong to ErrorSummary. */
export function FormMessage({ state }: { state: FormState }) {
  return <div aria-live="polite">{state?.ok && state.message ? <Alert tone="success" title={state.message} /> : null}</div>
}
