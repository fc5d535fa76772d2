import 'server-only'
import { Refused } from '@/lib/access/refused'
import type { Tx } from '@/lib/platform/db'
import type { VolunteerInput } from './schema'

/** Throws Refused for a role, an area or an association the municipality does not have today. What this volunteer has, and was taken out of use since, stays theirs. */
export async function refuseUnknown(tx: Tx, { roles, areas, associationId }: Pick<VolunteerInput, 'roles' | 'areas' | 'associationId'>, volunteerId: string | null = null): Promise<void> {
  const [known] = await tx.$queryRaw<{ roles: number; areas: number }[]>`WITH had AS (SELECT v.roles, v.areas FROM volunteer v WHERE v.id = ${volunteerId}::uuid)
    SELECT (SELECT count(*)::int FROM volunteer_role r WHERE r.code = ANY (${roles}::text[]) AND (r.retired_on IS NULL OR EXISTS (SELECT 1 FROM had WHERE r.code = ANY (had.roles)))) AS roles,
      (SELECT count(*)::int FROM local_area a WHERE a.code = ANY (${areas}::text[]) AND (a.retired_on IS NULL OR EXISTS (SELECT 1 FROM had WHERE a.code = ANY (had.areas)))) AS areas`
  if (known?.roles !== new Set(roles).size) throw new Refused('volunteering.error.role', {}, 'roles')
  if (known.areas !== new Set(areas).size) throw new Refused('volunteering.error.area', {}, 'areas')
  if (associationId && !(await tx.association.findFirst({ where: { id: associationId }, select: { id: true } }))) throw new Refused('volunteering.error.association', {}, 'associationId')
}

/** The languages as they are now, in the place of those before. */
export async function speak(tx: Tx, volunteerId: string, languages: VolunteerInput['languages']): Promise<void> {
  await tx.volunteerLanguage.deleteMany({ where: { volunteerId } })
  await tx.volunteerLanguage.createMany({ data: languages.map((one) => ({ volunteerId, ...one })), skipDuplicates: true })
}
