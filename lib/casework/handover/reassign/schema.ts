import { z } from 'zod'
import { MOST, reasons } from './rules'

const pair = /^([0-9a-f-]{36}):([0-9a-f-]{36})$/
const list = (value: unknown) => [value ?? []].flat().filter((one) => one !== '')

/** `move`: a case and whom it goes to, once for each. `userId`: who has them now. */
const moves = z.preprocess(list, z.array(z.string().regex(pair, 'casework.handover.error.choose')).max(MOST, 'casework.handover.error.most'))
  .transform((values) => [...new Map(values.map((value) => value.split(':') as [string, string])).entries()].map(([caseId, userId]) => ({ caseId, userId })))
  .refine((choices) => choices.every(({ caseId, userId }) => z.uuid().safeParse(caseId).success && z.uuid().safeParse(userId).success), 'casework.handover.error.choose')

export const reassignInput = z.object({ userId: z.uuid(), move: moves.refine((choices) => choices.length > 0, 'casework.handover.error.choose'), tasks: z.literal('on').optional().transform((value) => value === 'on') })
/** `moment`: when they changed hands, as the database wrote it. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/)
export const undoInput = z.object({ userId: z.uuid(), moment })

const left = z.preprocess(list, z.array(z.string()).max(MOST)).transform((values) => values.flatMap((value) => {
  const [caseId, why] = value.split(':')
  const reason = z.enum(reasons).safeParse(why)
  return reason.success && z.uuid().safeParse(caseId).success ? [{ caseId: caseId ?? '', why: reason.data }] : []
}))
/** The page as it stands in the address: what is proposed (a field for each case, and one for all that are ticked), or what was done. */
export const reassignView = z.looseObject({ all: z.uuid().optional().catch(undefined), pick: z.preprocess(list, z.array(z.uuid()).max(200)).catch([]), done: moment.optional().catch(undefined), left: left.catch([]), undone: z.coerce.number().int().min(0).max(MOST).optional().catch(undefined) })
  .transform(({ all, pick, done, left: stayed, undone, ...rest }) => {
    const single = Object.entries(rest).flatMap(([name, value]) => (name.startsWith('to.') && z.uuid().safeParse(name.slice(3)).success && z.uuid().safeParse(value).success ? [{ caseId: name.slice(3), userId: String(value) }] : []))
    const ticked = all ? pick.filter((caseId) => !single.some((one) => one.caseId === caseId)).map((caseId) => ({ caseId, userId: all })) : []
    return { choices: [...single, ...ticked].slice(0, MOST), done, left: stayed, undone }
  })
