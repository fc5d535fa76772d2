import { z } from 'zod'
import { ways } from '@/lib/consent/register/rules'
import { withoutCpr } from '@/lib/platform/cpr-text'

const words = (most: number) => z.string().trim().max(most, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr').default('')
const caseRef = { personId: z.uuid(), caseId: z.uuid() }

/** How the person said that the other unit may read their case; `have`: it stands in the register already, or is not needed. */
export const consentWays = ['have', ...ways] as const
/** `to`: 'unit:<id>' or 'user:<id>'. */
export const transferInput = z
  .object({ ...caseRef, to: z.string().default(''), message: words(1000), how: z.enum(consentWays).default('have'), evidence: z.string().trim().max(500, 'consent.error.evidenceLong').default('') })
  .transform(({ to, ...input }, context) => {
    const fail = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const [, kind, id] = /^(unit|user):([0-9a-f-]{36})$/.exec(to) ?? []
    if (!id || !z.uuid().safeParse(id).success) fail('to', 'casework.sharing.error.to')
    if (input.message === '') fail('message', 'casework.sharing.error.message')
    // What nobody signed must say how it is known.
    if (['spoken', 'digital'].includes(input.how) && input.evidence.length < 10) fail('evidence', 'consent.error.evidence')
    return { ...input, to: { kind: kind as 'unit' | 'user', id: id ?? '' } }
  })
export const fellowInput = z.object({ ...caseRef, userId: z.uuid('casework.sharing.error.user') })
export const transferRef = z.object({ personId: z.uuid(), transferId: z.uuid() })
export const offerRef = z.object({ transferId: z.uuid() })
export const refusalInput = z.object({ transferId: z.uuid(), words: words(500) }).superRefine((input, context) => {
  if (input.words === '') context.addIssue({ code: 'custom', path: ['words'], message: 'casework.sharing.error.why' })
})
