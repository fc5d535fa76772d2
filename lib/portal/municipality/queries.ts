import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'

export type MunicipalityData = {
  id: string; version: number; name: string; cvr: string; senderLabel: string; addressLines: string[]; phone: string; email: string; website: string; accent: string
}

/** The municipality as letters and public pages show it; null in an installation that has not been given one. */
export function municipalityToEdit(actor: Actor): Promise<MunicipalityData | null> {
  return readAs(actor, 'municipality.manage', ({ tx }) => tx.municipality.findFirst())
}
