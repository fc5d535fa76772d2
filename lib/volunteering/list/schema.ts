import { z } from 'zod'
import { AHEAD_DAYS, type Only, onlyOf, tabs } from './rules'

const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/).nullable().catch(null).default(null)
/** What an address may ask of the list; anything else is as if it were not there. Codes alone: no name ever stands in an address. */
export const listView = z.object({ tab: z.enum(tabs).catch('waiting').default('waiting'), role: code, area: code, language: code, ahead: z.coerce.number().int().min(1).max(365).catch(AHEAD_DAYS).default(AHEAD_DAYS), only: z.enum(Object.keys(onlyOf) as Only[]).nullable().catch(null).default(null), page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) })
  // Of another list than the one that is asked for it says nothing.
  .transform((view) => ({ ...view, only: view.only && onlyOf[view.only] === view.tab ? view.only : null }))
export type ListView = z.output<typeof listView>
