/**
 * What an action gives back to its form: what was wrong, and everything that was typed, so that nothing has to be typed twice.
 * Every text here is ready to show (already in the reader's language). `null` before the form was sent.
 */
export type FormState = {
  message?: string
  fields?: Record<string, string[] | undefined>
  values: Record<string, string | string[]>
  ok?: boolean
} | null

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

export type SummaryLine = { id: string | null; text: string }

/** The lines of the error summary in the order of the form; the same sentence about one field is said once. */
export function summaryLines(state: FormState | undefined, scope?: string): SummaryLine[] {
  if (!state || state.ok) return []
  const lines: SummaryLine[] = state.message ? [{ id: null, text: state.message }] : []
  for (const [name, texts] of Object.entries(state.fields ?? {})) {
    for (const text of texts ?? []) {
      if (!lines.some((line) => line.text === text)) lines.push({ id: fieldId(name, scope), text })
    }
  }
  return lines
}
