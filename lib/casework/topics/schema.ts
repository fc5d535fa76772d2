import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { recordVersion } from '@/lib/platform/record-version'

/** Characters. */
export const TOPIC_MOST = 60
const name = z.string().trim().min(1, 'topics.error.name').max(TOPIC_MOST, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr')
const content = { nameDa: name, nameEn: name, position: z.string().trim().regex(/^\d{1,3}$/, 'topics.error.position').transform(Number) }
const code = z.string().regex(/^[a-z][a-z-]{1,30}$/, 'casework.error.gone')

export const newTopicInput = z.object(content)
export const changeTopicInput = z.object({ ...content, topic: code, version: recordVersion })
export const topicRef = z.object({ topic: code })
