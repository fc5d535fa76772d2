import type { FormState } from '@/lib/platform/form-state'

export type { FormState }

/** `scope` keeps ids apart where two forms with the same field names stand on one page. */
export function fieldId(name: string, scope?: string): string {
  return scope ? `field-${scope}-${name}` : `field-${name}`
}

export function fieldErrors(state: FormState | undefined, name: string): string[] {
  return state?.fields?.[name] ?? []
}

/** What was typed wins over what was stored. */
export function fieldValue(state: FormState | undefined, name: string, fallback = ''): string {
  const typed = state?.values[name]
  return (Array.isArray(typed) ? typed[0] : typed) ?? fallback
}

/** For fields that carry several values. An empty choice that was sent is empty, not the stored one: the form's names tell. */
export function fieldValues(state: FormState | undefined, name: string, fallback: readonly string[] = []): readonly string[] {
  if (!state) return fallback
  const typed = state.values[name]
  if (typed === undefined) return []
  return Array.isArray(typed) ? typed : [typed]
}

/** Ids of the help and error texts, help first, as `aria-describedby` wants them; undefined when there are none. */
export function describedBy(id: string, has: { help?: boolean; error?: boolean; extra?: string }): string | undefined {
  const ids = [has.help && `${id}-help`, has.error && `${id}-error`, has.extra].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export type Summary = { message?: string; lines: { id: string; text: string }[] }

/** What the error summary says, field errors in the order of the form; the same sentence is said once. Null when nothing is wrong. */
export function summaryOf(state: FormState | undefined, scope?: string): Summary | null {
  if (!state || state.ok || state.stepUp) return null
  const lines: Summary['lines'] = []
  for (const [name, texts] of Object.entries(state.fields ?? {})) {
    for (const text of texts ?? []) {
      if (!lines.some((line) => line.text === text)) lines.push({ id: fieldId(name, scope), text })
    }
  }
  return state.message || lines.length > 0 ? { message: state.message, lines } : null
}
