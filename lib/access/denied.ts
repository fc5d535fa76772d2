import 'server-only'
import { record } from '@/lib/audit/record'
import { transaction } from '@/lib/platform/db'
import { errorCode, log } from '@/lib/platform/log/log'
import type { Permission } from './matrix'
import { onPage } from './page'
import type { Actor } from './permissions'

/** A no is written down too: who tried what. The answer stays no when it cannot be. */
export async function recordDenied(actor: Actor, permission: Permission, action = 'access.denied'): Promise<void> {
  try {
    await transaction({ role: 'app', token: actor.token }, async (tx) => record(tx, ...(await onPage([{ kind: 'DENIED', action, details: { permission } }]))))
  } catch (error) {
    log.error('denied.not-recorded', { code: errorCode(error), kind: permission })
  }
}
