import { z } from 'zod'
import { AHEAD_DAYS, tabs } from './rules'

const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/).nullable().catch(null).default(null)
/** What an address may ask of the list; anything else is as if it were not there. Codes alone: no name ever stands in an address. */
export const listView = z.object({ tab: z.enum(tabs).catch('waiting').default('waiting'), role: code, area: code, language: code, ahead: z.coerce.number().int().min(1).max(365).catch(AHEAD_DAYS).default(AHEAD_DAYS), page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) })
export type ListView = z.output<typeof listView>
