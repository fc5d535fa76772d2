import 'server-only'
import { getTranslations } from 'next-intl/server'
import { record } from '@/lib/audit/record'
import { callAccess, transaction } from '@/lib/platform/db'
import { isRightPassword } from '../auth/password'
import type { FormState } from '../form'
import { matrix, type Permission } from '../matrix'
import { onPage } from '../page'
import type { Actor } from '../permissions'
import { withinLimit } from '../rate-limit'
import { Refused } from '../refused'
import { checkCode, factorOf, type Factor } from '../second-factor/state'

export function needsProof(permission: Permission): boolean {
  return 'stepUp' in matrix[permission]
}

/** True while the actor's last proof is at most five minutes old. The database counts (access.proved), by its own clock. */
export async function isProved(actor: Actor): Promise<boolean> {
  const [row] = await transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRaw<{ proved: boolean }[]>`SELECT access.proved() AS proved`)
  return row?.proved === true
}

type Asked = Pick<NonNullable<FormState>, 'stepUp' | 'message' | 'signedOut'>

/**
 * Null when the actor has proved who they are, now by what stands in the form's field `proof` (the password, or a code of the app) or a moment
 * ago. Otherwise what to ask: the form comes back with everything that was typed, and with that field.
 */
export async function proofOrQuestion(actor: Actor, formData: FormData): Promise<Asked | null> {
  if (await isProved(actor)) return null
  const t = await getTranslations()
  const factor = await factorOf(actor.token)
  if (!factor || factor.waits) return { message: t('ui.action.signedOut'), signedOut: true }
  const asked = { stepUp: factor.federated ? 'provider' : factor.confirmed ? 'code' : 'password' } as const
  const typed = formData.get('proof')
  if (factor.federated || typeof typed !== 'string' || typed === '') return asked
  try {
    if (await isRight(actor.token, factor, typed)) return (await remember(actor.token)) ? null : asked
  } catch (error) {
    if (error instanceof Refused) return { ...asked, message: t(error.key) }
    throw error
  }
  await transaction({ role: 'app', token: actor.token }, async (tx) => record(tx, ...(await onPage([{ kind: 'DENIED', action: 'session.not-proved' }]))))
  return { ...asked, message: t('access.prove.wrong') }
}

async function isRight(token: string, factor: Factor, typed: string): Promise<boolean> {
  if (factor.confirmed && /^[\d\s]{6,8}$/.test(typed)) return checkCode(token, factor, typed)
  if (!(await withinLimit({ name: 'prove', points: 8, seconds: 900 }, factor.userId))) throw new Refused('access.error.locked')
  return factor.passwordHash !== null && isRightPassword(factor.passwordHash, typed)
}

async function remember(token: string): Promise<boolean> {
  const [row] = await callAccess<{ done: boolean }>('SELECT access.prove($1) AS done', [token])
  return row?.done === true
}

/** True when the database refused because the proof had grown too old meanwhile. */
export function proofMissing(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Proof is missing')
}
