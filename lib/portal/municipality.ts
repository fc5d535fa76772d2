import 'server-only'
import { cache } from 'react'
import { readPublic } from '@/lib/access/read'

export type PublicMunicipality = { name: string; addressLines: string[]; phone: string; email: string; website: string }

/** The municipality as everybody may know it. Null before it is set up. */
export const publicMunicipality = cache(async (): Promise<PublicMunicipality | null> =>
  readPublic(undefined, (tx) => tx.municipality.findFirst({ select: { name: true, addressLines: true, phone: true, email: true, website: true } })))
