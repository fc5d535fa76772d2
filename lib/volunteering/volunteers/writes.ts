import 'server-only'
import { Refused } from '@/lib/access/refused'
import type { Tx } from '@/lib/platform/db'
import type { VolunteerInput } from './schema'

/** Throws Refused for a role, an area or an association the municipality does not have. What a volunteer has and was retired since stays theirs. */
export async function refuseUnknown(tx: Tx, { roles, areas, associationId }: Pick<VolunteerInput, 'roles' | 'areas' | 'associationId'>): Promise<void> {
  const [known] = await tx.$queryRaw<{ roles: number; areas: number }[]>`SELECT (SELECT count(*)::int FROM volunteer_role r WHERE r.code = ANY (${roles}::text[])) AS roles, (SELECT count(*)::int FROM local_area a WHERE a.code = ANY (${areas}::text[])) AS areas`
  if (known?.roles !== new Set(roles).size) throw new Refused('volunteering.error.role', {}, 'roles')
  if (known.areas !== new Set(areas).size) throw new Refused('volunteering.error.area', {}, 'areas')
  if (associationId && !(await tx.association.findFirst({ where: { id: associationId }, select: { id: true } }))) throw new Refused('volunteering.error.association', {}, 'associationId')
}

/** The languages as they are now, in the place of those before. */
export async function speak(tx: Tx, volunteerId: string, languages: VolunteerInput['languages']): Promise<void> {
  await tx.volunteerLanguage.deleteMany({ where: { volunteerId } })
  await tx.volunteerLanguage.createMany({ data: languages.map((one) => ({ volunteerId, ...one })), skipDuplicates: true })
}
