import { z } from 'zod'
import { dateBoxes, readDate, runName } from '../schema'

const letter = dateBoxes('letterDate')

export const createInvitationRunInput = z
  .object({ eventId: z.uuid('events.error.gone'), name: runName, templateId: z.uuid('runs.error.unknown'), ...letter.shape })
  .transform((input, context) => ({ eventId: input.eventId, name: input.name, templateId: input.templateId, letterDate: readDate(input, 'letterDate', letter.keys, context) }))
