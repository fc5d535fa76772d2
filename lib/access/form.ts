import type { z } from 'zod'
import type { FormState } from '@/lib/platform/form-state'

export type { FormState }

type Translate = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean }

/** The typed values as plain text; files and secrets (and `proof`, which is always one) are left out, a name that stands twice becomes a list. */
export function formValues(formData: FormData, secret: readonly string[] = []): Record<string, string | string[]> {
  const found = new Map<string, string | string[]>()
  for (const [name, value] of formData) {
    if (typeof value !== 'string' || name.startsWith('$') || name === 'proof' || secret.includes(name)) continue
    const known = found.get(name)
    found.set(name, known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value])
  }
  // fromEntries makes own properties: a field called 'constructor' or '__proto__' is a field like any other.
  return Object.fromEntries(found)
}

/** zod issues as field errors. A schema's message is a key of the catalogue ('people.error.firstName'); text that is no key is shown as it is. */
export function fieldErrors(error: z.ZodError, t: Translate): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const name = issue.path.join('.') || 'form'
    const text = t.has(issue.message) ? t(issue.message) : issue.message
    found[name] = [...(found[name] ?? []), text]
  }
  return found
}
