import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { words } from '../volunteers/schema'
import { endReasons, type Facts, standsAt, type StepKind, steps, stepsAfter } from './rules'

/** `number`: the newest step the form was made from. `until`: the day of the talk, or the day somebody who pauses is back. */
export const stepInput = z
  .object({ volunteerId: z.uuid(), number: z.coerce.number().int().min(1).max(1000), step: z.enum(steps, 'volunteering.error.step'), ...dayParts('on'), ...dayParts('until'), reason: z.union([z.enum(endReasons), z.literal('')], 'volunteering.error.reason').default(''), words: words(2000) })
  .transform((input, context) => {
    const { volunteerId, number, step } = input
    const onDay = readDay(input, 'on', context, { required: 'volunteering.error.on' })
    const dated = step === 'invited' || step === 'paused'
    const untilDay = dated ? readDay(input, 'until', context, { required: step === 'invited' ? 'volunteering.error.talkDay' : 'volunteering.error.backDay' }) : null
    const reason = step === 'ended' ? input.reason || null : null
    if (step === 'ended' && !reason) context.addIssue({ code: 'custom', path: ['reason'], message: 'volunteering.error.reason' })
    if (onDay && untilDay && untilDay < onDay) context.addIssue({ code: 'custom', path: ['until'], message: 'volunteering.error.until' })
    return onDay && (!dated || untilDay) ? { volunteerId, number, step, onDay, untilDay, reason, words: input.words } : z.NEVER
  })
export type StepInput = z.output<typeof stepInput>

export type Change = { kind: 'edit' } | { kind: 'training' } | { kind: 'showing' } | { kind: 'thanks' } | { kind: 'step'; step: StepKind } | { kind: 'paper'; paper: string }
/** What the address asks to write about a volunteer: a step that may come now, a paper that is in use, a course, or their own facts. Null for anything else. */
export function changeOf(asked: string, { facts, lists }: { facts: Pick<Facts, 'steps'>; lists: { kinds: readonly { code: string; retired?: boolean }[] } }): Change | null {
  if (asked === 'edit' || asked === 'training' || asked === 'showing' || asked === 'thanks') return { kind: asked }
  const step = stepsAfter(standsAt(facts).step).find((one) => one === asked)
  if (step) return { kind: 'step', step }
  const paper = lists.kinds.find(({ code, retired }) => !retired && asked === `paper-${code}`)
  return paper ? { kind: 'paper', paper: paper.code } : null
}
