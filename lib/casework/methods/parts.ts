import { z } from 'zod'

/** Phases and modules come one after the other with a gate between them; the others stand side by side, all the way. */
export const stepKinds = ['phase', 'module', 'clips', 'area', 'roles', 'week'] as const
export type StepKind = (typeof stepKinds)[number]

const words = z.object({ da: z.string(), en: z.string() })
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const item = z.object({ key: z.string(), text: words, required: z.boolean(), /** When it is each week, 1 Monday. Of a weekly programme alone. */ at: z.object({ weekday: z.number().int().min(1).max(7), from: time, to: time }).nullable() })
const step = z.object({
  key: z.string(), kind: z.enum(stepKinds), name: words, text: words, items: z.array(item),
  /** Meetings a week that are recommended · weeks it usually takes · clips that fill the card. */
  meetings: z.number().int().nullable(), weeks: z.number().int().nullable(), clips: z.number().int().nullable(),
})
export const stepList = z.array(step)

/** In Danish and English. */
export type Words = z.infer<typeof words>
/** One line of a step: a criterion, a role somebody should have, a fixed time of the week. */
export type Item = z.infer<typeof item>
export type Step = z.infer<typeof step>

export type MethodText = {
  name: Words; lead: Words; /** Where it comes from. */ source: string | null; steps: Step[]
  lookBackMonths: number | null; /** Most open cases for one caseworker. */ caseLimit: number | null; /** Days without a talk that are too many; null: what the unit says. */ silentDays: number | null; aftercareWeeks: number | null; certificate: boolean; /** How progress is measured. */ scaleCode: string | null
}
/** One version of a method, which never changes. */
export type MethodVersion = MethodText & { id: string; methodId: string; number: number }

export const inOrder = ({ kind }: Pick<Step, 'kind'>): boolean => kind === 'phase' || kind === 'module'
/** The steps one passes through, in their order. */
export const ladder = (method: Pick<MethodText, 'steps'>): Step[] => method.steps.filter(inOrder)
export const wordsIn = (words: Words, locale: string): string => (locale === 'da' ? words.da : words.en)
