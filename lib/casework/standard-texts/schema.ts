import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { recordVersion } from '@/lib/platform/record-version'
import { STANDARD_TEXT_MOST, TEXT_NAME_MOST } from './rules'

const words = (most: number, missing: string) => z.string().trim().min(1, missing).max(most, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr')
const content = { name: words(TEXT_NAME_MOST, 'texts.error.name'), text: words(STANDARD_TEXT_MOST, 'texts.error.text') }

export const newTextInput = z.object({ ...content, whose: z.enum(['own', 'unit'], 'texts.error.whose') })
/** `version`: as it was read; what somebody else of the unit changed meanwhile is not written over. */
export const changeTextInput = z.object({ ...content, standardTextId: z.uuid(), version: recordVersion })
export const textRef = z.object({ standardTextId: z.uuid() })
