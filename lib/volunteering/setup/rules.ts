/** What a municipality keeps itself: what somebody can be as a volunteer, papers they give, where, and what groups there are. */
export const setupLists = ['roles', 'papers', 'areas', 'groups'] as const
export type SetupList = (typeof setupLists)[number]
export const isSetupList = (text: string): text is SetupList => (setupLists as readonly string[]).includes(text)

/** Roles are the first room. */
export const placeOf = (list: SetupList | 'times' | 'rates'): string => (list === 'roles' ? '/admin/volunteering' : `/admin/volunteering/${list}`)

/** Of an address: the form for one that is not there yet. No code reads like it, because those that are made have a hyphen. */
export const NEW = 'new'

/** `many` null: some, and fewer than five. */
export type Use = { use: 'volunteers' | 'waiting' | 'matches' | 'roles' | 'associations' | 'groups'; many: number | null }

/** '8900, 8920 8930' as postcodes, each once and in order; null where something in it is none. */
export function postcodesOf(typed: string): string[] | null {
  const parts = typed.split(/[\s,;]+/).filter(Boolean)
  return parts.every((part) => /^\d{4}$/.test(part)) ? [...new Set(parts)].sort() : null
}

/** Where a new one stands: behind those in use. */
export const lastPlace = (entries: readonly { position: number; retired: boolean }[]): number => Math.min(999, Math.max(-1, ...entries.filter(({ retired }) => !retired).map(({ position }) => position)) + 1)
