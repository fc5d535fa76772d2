import { z } from 'zod'
import { answers, refusals } from './rules'

const answer = z.enum(answers, 'matches.error.answer')
const cause = z.enum(refusals).catch('wish')

export const questionInput = z.object({ code: z.string().max(60), answer, cause })
export const volunteerAnswerInput = z.object({ volunteerRequestId: z.uuid(), volunteerId: z.uuid(), answer: z.enum(['yes', 'no'], 'matches.error.answer'), cause })
export const personAnswerInput = z.object({ personId: z.uuid(), volunteerRequestId: z.uuid(), volunteerId: z.uuid(), answer })
