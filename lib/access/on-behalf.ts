import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Permission } from './matrix'
import { NotAllowed } from './refused'

/**
 * A job that works for a member of staff: in this transaction the database answers `access.uid()` with them, so scope, audit log and
 * field history are theirs. Only a worker's transaction is believed. Throws NotAllowed when they may no longer do it.
 */
export async function workFor(tx: Tx, userId: string, permission: Permission): Promise<void> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`
    WITH who AS MATERIALIZED (SELECT set_config('app.on_behalf', ${userId}, true) AS id) SELECT access.may(${permission}) AS may FROM who WHERE id <> ''`
  if (!row?.may) throw new NotAllowed(permission)
}
