import 'server-only'
import { record, type AuditEntry } from '@/lib/audit/record'
import { transaction, type Tx } from '@/lib/platform/db'
import { withoutWords } from '@/lib/platform/log/words'
import { matrix, type Permission } from './matrix'
import { addressAsked, onPage } from './page'
import { can, type Actor } from './permissions'
import { personToReasonFor } from './reasons/needed'
import { NotAllowed } from './refused'
import { sessionEnded } from './session-ended'

export { NotAllowed }

export type ReadContext = { tx: Tx; actor: Actor; /** What was found asks for more than the page did: without a fresh proof the reader is sent to give one. */ prove: (permission: Permission) => Promise<void>; /** Notes who was shown; written before the data leaves. */ shown: (entry: Omit<AuditEntry, 'kind'> & { kind?: 'VIEW' | 'LIST' | 'DISCLOSURE' }) => void }

/**
 * The one way to read as a member of staff: permission, one transaction as the restricted role, audit rows in the same
 * transaction, and only then the result. If the audit row cannot be written, nothing is returned.
 */
export async function readAs<T>(actor: Actor, permission: Permission, read: (context: ReadContext) => Promise<T>): Promise<T> {
  if (!can(actor, permission)) throw new NotAllowed(permission)
  try {
    return await transaction({ role: 'app', token: actor.token }, async (tx) => {
      const prove = async (asked: Permission) => void (await tx.$queryRaw`SELECT access.hold_rights(${asked})`)
      if ('stepUp' in matrix[permission]) await prove(permission)
      const entries: AuditEntry[] = []
      const result = await read({ tx, actor, prove, shown: (entry) => void entries.push({ kind: 'LIST', ...entry }) })
      await record(tx, ...(await onPage(entries)))
      return result
    })
  } catch (error) {
    // Loaded only here: a worker reads too, and has no web framework.
    if (sessionEnded(error)) (await import('next/navigation')).redirect('/sign-in')
    if (error instanceof Error && error.message.includes('Proof is missing')) (await import('next/navigation')).redirect(`/prove?next=${encodeURIComponent(await addressAsked())}`)
    const person = personToReasonFor(error)
    if (person) (await import('next/navigation')).redirect(`/people/${person}/reason?to=${encodeURIComponent(await addressAsked())}`)
    throw withoutWords(error)
  }
}

/** The public pages: a role that can read published content only, and with a reply code what that code opens. */
export async function readPublic<T>(code: string | undefined, read: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction({ role: 'public', code }, read).catch((error: unknown) => {
    throw withoutWords(error)
  })
}
