import { z } from 'zod'

const id = z.uuid().nullable().catch(null).default(null)
/** What the address of the plan asks for: the goal or agreement unfolded, and the one just changed. */
export const planView = z.object({ open: id, changed: id })
export type PlanView = z.output<typeof planView>
/** The sheet for the citizen: all of the plan, or the week alone for the wall. */
export const printView = z.object({ only: z.enum(['all', 'week']).catch('all').default('all') })
