import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Rate } from '../../expenses/rules'
import { readRates } from '../../expenses/writes'

/** Every rate there is, the newest first. One statement. */
export function setupRates(actor: Actor): Promise<Rate[]> {
  return readAs(actor, 'volunteer.setup', ({ tx }) => readRates(tx))
}
