import type { FormState } from '@/lib/platform/form-state'

type Translate = (key: string, values?: Record<string, string | number>) => string

/**
 * Somebody else saved while the form stood open. Each field that differs says what stands there now; what was typed is kept, and the form
 * comes back with the new version, so that saving again is a choice made with both texts in view. `stored`: field name → text to show.
 */
export class Conflict extends Error {
  override name = 'Conflict'
  /** `personId`: whose record it is, or null for one that is about nobody. What stands in somebody's now is shown to whoever typed, and the log says so before it is. */
  constructor(readonly version: number, readonly stored: Record<string, string>, readonly changedBy: string | null, readonly personId: string | null) {
    super('version conflict')
  }

  state(typed: Record<string, string | string[]>, t: Translate): FormState {
    const fields = Object.entries(this.stored).map(([name, text]) => [name, [t(text === '' ? 'ui.action.conflictEmpty' : 'ui.action.conflictNow', { text })]])
    const message = this.changedBy ? t('ui.action.conflictBy', { name: this.changedBy }) : t('ui.action.conflict')
    return { message, fields: Object.fromEntries(fields), values: { ...typed, version: String(this.version) } }
  }
}
