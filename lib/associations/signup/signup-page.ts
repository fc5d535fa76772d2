import 'server-only'
import { readPublic } from '@/lib/access/read'

export type SignupPage = { areas: { code: string; nameDa: string; nameEn: string }[] }

/** What the public form offers to choose from, and nothing about anybody. */
export function signupPage(): Promise<SignupPage> {
  return readPublic(undefined, async (tx) => ({ areas: await tx.localArea.findMany({ select: { code: true, nameDa: true, nameEn: true }, orderBy: { position: 'asc' } }) }))
}
