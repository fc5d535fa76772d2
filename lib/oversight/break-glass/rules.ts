/** Why the glass is broken. Anything else is said in the words that are always asked for. */
export const glassCodes = ['danger', 'urgent', 'duty', 'other'] as const
export type GlassCode = (typeof glassCodes)[number]

/** How long it may stand open. Four hours unless one says otherwise. */
export const glassHours = [1, 4, 8, 24] as const
export const USUAL_HOURS = 4
