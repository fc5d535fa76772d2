import { z } from 'zod'
import { isDay, toDay } from '@/lib/platform/day'
import { backTo } from '../attempts/schema'

export const doneInput = z.object({ taskId: z.uuid(), back: backTo })
export const replyInput = z.object({ replyId: z.uuid(), back: backTo })

export const postponeInput = z.object({
  taskId: z.uuid(),
  /** The day it had when the form was made. */
  due: z.string().refine(isDay, 'outreach.error.day').transform(toDay),
  to: z.string().refine(isDay, 'outreach.error.day').transform(toDay),
  reason: z.string().trim().min(3, 'outreach.error.reason').max(500, 'outreach.error.tooLong'),
  back: backTo,
})
