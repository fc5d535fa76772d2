import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readPhone } from '@/lib/people/phones/rules'
import { isDay, toDay } from '@/lib/platform/day'
import { callTimes, replyKinds } from './rules'

const code = z.string().max(60)
const submission = z.uuid().catch(() => randomUUID())
const note = z.string().trim().max(1000, 'reply.error.tooLong').default('').transform((text) => text || null)

/** The chosen time, or null for "none of them suits". */
const slotId = z.union([z.uuid(), z.enum(['none', ''])]).optional().catch(undefined)

export const replyInput = z
  .object({
    code,
    submission,
    kind: z.enum(replyKinds, 'reply.error.kind'),
    slotId,
    phone: z.string().trim().max(40, 'reply.error.phone').default(''),
    callTime: z.enum(callTimes).catch('ANY'),
    laterMonth: z.string().default(''),
    newAddress: z.string().trim().max(300, 'reply.error.tooLong').default('').transform((text) => text || null),
    message: note,
  })
  // Only what belongs to the chosen answer is looked at: a number begun under another choice must not stop the form.
  .superRefine((input, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (input.kind === 'TALK' && !input.slotId) refuse('slotId', 'reply.error.slot')
    if (input.kind === 'LATER' && !isDay(input.laterMonth)) refuse('laterMonth', 'reply.error.month')
    if (input.kind === 'CALL' && input.phone !== '' && readPhone(input.phone).kind === 'invalid') refuse('phone', 'reply.error.phone')
  })
  .transform((input) => {
    const phone = readPhone(input.phone)
    return {
      kind: input.kind,
      submission: input.submission,
      slotId: input.kind === 'TALK' && input.slotId !== 'none' && input.slotId ? input.slotId : null,
      laterMonth: input.kind === 'LATER' ? toDay(input.laterMonth) : null,
      phone: input.kind === 'CALL' && phone.kind === 'phone' ? phone.e164 : null,
      callTime: input.kind === 'CALL' ? input.callTime : null,
      // The new address is the message of that answer: it is checked and entered by the coordinator, never written into the register from here.
      message: input.kind === 'MOVED' ? [input.newAddress, input.message].filter(Boolean).join('\n') || null : input.message,
    }
  })
export type ReplyInput = z.output<typeof replyInput>

export const stopLettersInput = z.object({ code, submission })
export const cancelTalkInput = z.object({ code, talkId: z.uuid() })

export const codeInput = z.object({ code: z.string().trim().min(1, 'reply.error.codeMissing').max(60, 'reply.error.codeShape') })
