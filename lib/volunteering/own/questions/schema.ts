import { z } from 'zod'
import { refusals } from '../../matching/asking/rules'

export const ownAnswerInput = z.object({ ownQuestion: z.uuid(), answer: z.enum(['yes', 'no'], 'matches.error.answer'), cause: z.enum(refusals).catch('wish') })
