import 'server-only'
import { readPublic } from '@/lib/access/read'

export type InterestPage = { roles: { code: string; nameDa: string; nameEn: string; descriptionDa: string; descriptionEn: string }[]; areas: { code: string; nameDa: string; nameEn: string }[] }

/** What the public form offers to choose from. Two statements, and nothing about anybody. */
export function interestPage(): Promise<InterestPage> {
  return readPublic(undefined, async (tx) => ({
    roles: await tx.volunteerRole.findMany({ select: { code: true, nameDa: true, nameEn: true, descriptionDa: true, descriptionEn: true }, orderBy: { position: 'asc' } }),
    areas: await tx.localArea.findMany({ select: { code: true, nameDa: true, nameEn: true }, orderBy: { position: 'asc' } }),
  }))
}
