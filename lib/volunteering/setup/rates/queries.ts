import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { readRates } from '../../expenses/writes'
import type { KeptRate } from './rules'

/** Every rate there is, the newest first. One statement. */
export function setupRates(actor: Actor): Promise<KeptRate[]> {
  return readAs(actor, 'volunteer.setup', ({ tx }) => readRates(tx))
}
