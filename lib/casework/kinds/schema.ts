import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { recordVersion } from '@/lib/platform/record-version'
import { channels } from '../contacts/rules'

/** Characters. */
export const KIND_MOST = 60
const name = z.string().trim().min(1, 'kinds.error.name').max(KIND_MOST, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr')
const content = { nameDa: name, nameEn: name, position: z.string().trim().regex(/^\d{1,3}$/, 'kinds.error.position').transform(Number) }
const channel = z.enum(channels, 'kinds.error.channel')
const code = z.string().regex(/^[a-z][a-z-]{1,30}$/, 'casework.error.gone')

export const newKindInput = z.object({ ...content, channel })
/** `channel`: only where the form asks for it. */
export const changeKindInput = z.object({ ...content, channel: channel.optional(), kind: code, version: recordVersion })
export const kindRef = z.object({ kind: code })
