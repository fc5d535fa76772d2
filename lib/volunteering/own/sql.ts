import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Whether whoever asks is a volunteer with a login that holds. One statement. */
export async function isHere(tx: Tx): Promise<boolean> {
  const [mine] = await tx.$queryRaw<{ here: boolean }[]>`SELECT access.my_volunteer() IS NOT NULL AS here`
  return mine?.here ?? false
}
