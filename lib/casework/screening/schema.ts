import { z } from 'zod'
import { type Answer, answers } from './rules'

const field = /^answer\.([a-z][a-z-]{1,30})$/
const isAnswer = (value: unknown): value is Answer => answers.some((known) => known === value)

/** A guide as it is kept. */
export const questionsOf = z.array(z.object({ code: z.string(), weight: z.number(), needed: z.boolean(), da: z.string(), en: z.string(), daHelp: z.string().nullable(), enHelp: z.string().nullable() }))

/** Answers are fields named `answer.<question>`: the questions are data. `version`: of the guide the form was made from. */
export const screeningInput = z.looseObject({ personId: z.uuid(), version: z.coerce.number().int().min(1).max(10_000) }).transform((input, context) => {
  const given = Object.fromEntries(Object.entries(input).flatMap(([name, value]) => (field.test(name) && isAnswer(value) ? [[field.exec(name)?.[1] ?? '', value]] : [])))
  if (!Object.values(given).some((answer) => answer !== 'not-asked')) context.addIssue({ code: 'custom', path: ['answer.deployed'], message: 'screening.error.none' })
  return { personId: input.personId, version: input.version, given }
})
