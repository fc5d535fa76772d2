import { z } from 'zod'
import { UNASSIGNED } from './rules'

export const assignInput = z.object({ personId: z.uuid(), userId: z.uuid('people.error.choose'), replace: z.enum(['add', 'replace']).default('add') })
export const endAssignInput = z.object({ personId: z.uuid(), row: z.uuid() })

const ids = z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.uuid()).min(1, 'people.error.chooseSome').max(100, 'people.error.chooseSome'))
export const assignManyInput = z.object({ people: ids, userId: z.uuid('people.error.choose') })
export const unassignedView = z.object({ show: z.enum(UNASSIGNED).catch('lost'), page: z.coerce.number().int().min(1).max(200).catch(1) })
