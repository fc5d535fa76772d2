import type { ImportField, ImportKind } from '@/lib/imports/kind'
import { VETERAN_REGISTER } from './fields'

/** Who stands in a register of veterans is one. A relative found in it becomes one too, and undoing takes only that back. */
const ROLE: ImportField = { key: 'role', synonyms: [], onlyRaises: true, parse: () => ({ value: null }) }

/** The columns a person may choose for, and one fact that follows from being in the file at all. */
export const REGISTER: ImportKind = {
  ...VETERAN_REGISTER,
  fields: [...VETERAN_REGISTER.fields, ROLE],
  compose: (values, context) => {
    const composed = VETERAN_REGISTER.compose?.(values, context) ?? { values, problems: [] }
    return { ...composed, values: { ...composed.values, role: 'yes' } }
  },
}

export const ADDRESS_FIELDS: readonly string[] = REGISTER.fields.filter((field) => field.address).map((field) => field.key)
export const ADDRESS_HEADS: readonly string[] = REGISTER.fields.filter((field) => field.address === 'head').map((field) => field.key)
