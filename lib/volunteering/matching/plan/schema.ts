import { z } from 'zod'

/** Rows at once: a row tells its reasons. */
export const PLAN_ROWS = 25
/** Asked at once at most. */
const MOST = 60
/** Who is given somebody, and who is left. */
export const planTabs = ['given', 'left'] as const
export type PlanTab = (typeof planTabs)[number]
const page = z.coerce.number().int().min(1).max(1000).catch(1).default(1)
export const refusals = ['gone', 'full', 'limit', 'booked', 'forbidden', 'meanwhile'] as const
export type Refusal = (typeof refusals)[number]
const list = (value: unknown) => [value ?? []].flat().filter((one) => one !== '')
const pair = z.string().transform((text, context) => {
  const [requestId = '', volunteerId = ''] = text.split(':')
  if (![requestId, volunteerId].every((id) => z.uuid().safeParse(id).success)) context.addIssue({ code: 'custom', message: 'matching.error.plan.choose' })
  return { requestId, volunteerId }
})

/** `one`: the button of a row, which asks that one alone whatever is ticked. A request stands once. `page`: which of the plan one comes back to. */
export const askPlannedInput = z.object({ page, one: z.preprocess(list, z.array(pair)), pairs: z.preprocess(list, z.array(pair).max(MOST, 'matching.error.plan.most')) })
  .transform(({ one, pairs, page }) => ({ page, chosen: [...new Map((one.length > 0 ? one.slice(0, 1) : pairs).map((each) => [each.requestId, each])).values()] }))
  .refine(({ chosen }) => chosen.length > 0, { error: 'matching.error.plan.choose', path: ['pairs'] })

const stayed = z.preprocess(list, z.array(z.string()).max(MOST)).transform((values) => values.flatMap((value) => {
  const [requestId = '', why] = value.split(':')
  const reason = z.enum(refusals).safeParse(why)
  return reason.success && z.uuid().safeParse(requestId).success ? [{ requestId, why: reason.data }] : []
}))
/** Which part of the plan is looked at, and what became of each that was asked, as it stands in the address. */
export const planView = z.object({ tab: z.enum(planTabs).catch('given').default('given'), page, asked: z.preprocess(list, z.array(z.uuid()).max(MOST)).catch([]), stayed: stayed.catch([]) })
export type PlanView = z.output<typeof planView>
