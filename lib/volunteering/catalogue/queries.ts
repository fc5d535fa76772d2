import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import type { Tx } from '@/lib/platform/db'
import type { Named } from '../list/sql'

/** A volunteer as they agreed to be shown: first name and what they can, and nothing else. */
export type Shown = { id: string; firstName: string; about: string; roles: string[]; areas: string[]; languages: string[] }
export type Catalogue = { shown: Shown[]; lists: { roles: Named[]; areas: Named[] } }

/** Who agreed to be shown and could be chosen by this person, in the order of first names. One statement. */
export function catalogueFor<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<Catalogue, N> | null> {
  return openPerson(actor, personId, 'catalogue', async ({ tx }, person) => readCatalogue(tx, person.id), also, 'volunteer.request')
}

async function readCatalogue(tx: Tx, personId: string): Promise<Catalogue> {
  const [row] = await tx.$queryRaw<[Catalogue]>`SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.volunteer_id, 'firstName', c.first_name, 'about', c.about, 'roles', c.roles, 'areas', c.areas, 'languages', c.languages)), '[]') FROM access.volunteer_catalogue(${personId}::uuid) c) AS shown,
    jsonb_build_object('roles', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en) ORDER BY position), '[]') FROM volunteer_role),
      'areas', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en) ORDER BY position), '[]') FROM local_area)) AS lists`
  return row
}
