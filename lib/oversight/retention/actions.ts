'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { now } from '@/lib/platform/clock'
import { flash } from '@/lib/platform/flash'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { proposeInput, ruleInput, runInput } from './schema'

export const saveRetentionRule = staffAction({
  name: 'saveRetentionRule',
  may: 'retention.manage',
  schema: ruleInput,
  async run({ tx, audit }, { kind, version, ...rule }) {
    const { count } = await tx.retentionRule.updateMany({ where: { kind, version }, data: { ...rule, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('oversight.subject.error.changed')
    await audit({ action: 'retention.rule-changed', details: { kind, length: rule.length, unit: rule.unit, active: rule.active, archive: rule.archive } })
    await flash((await getTranslations('oversight.retention'))('savedNow'))
    return { redirectTo: '/protection/retention' }
  },
})

/** Makes the list of exactly what will go. Nothing is erased until somebody else agrees. */
export const proposeRetention = staffAction({
  name: 'proposeRetention',
  may: 'retention.manage',
  schema: proposeInput,
  async run({ tx, today, audit }) {
    if (await tx.retentionRun.findFirst({ where: { state: { in: ['PROPOSED', 'APPROVED'] } }, select: { id: true } })) throw new Refused('oversight.retention.error.open')
    const [due] = await tx.$queryRaw<{ rows: number }[]>`SELECT count(*)::int AS rows FROM access.retention_due(${today}::date) WHERE NOT held`
    if (!due?.rows) throw new Refused('oversight.retention.error.nothing')
    const [made] = await tx.$queryRaw<{ id: string }[]>`SELECT access.propose_retention(${today}::date)::text AS id`
    await audit({ action: 'retention.proposed', details: { run: made?.id ?? '', rows: due.rows } })
    return { redirectTo: `/protection/retention/${made?.id}` }
  },
})

/** The second person. From here the job erases, and what is erased does not come back. */
export const approveRetention = staffAction({
  name: 'approveRetention',
  may: 'retention.approve',
  schema: runInput,
  async run({ actor, tx, audit }, { runId, version }) {
    const run = await tx.retentionRun.findFirst({ where: { id: runId, state: 'PROPOSED' }, select: { proposedBy: true } })
    if (!run) throw new Refused('oversight.subject.error.changed')
    if (run.proposedBy === actor.userId) throw new Refused('oversight.retention.error.own')
    const { count } = await tx.retentionRun.updateMany({ where: { id: runId, version, state: 'PROPOSED' }, data: { state: 'APPROVED', approvedBy: actor.userId, approvedAt: now(), version: { increment: 1 } } })
    if (count !== 1) throw new Refused('oversight.subject.error.changed')
    await enqueue(tx, 'retention.run', { runId })
    await audit({ action: 'retention.approved', details: { run: runId } })
    return { message: (await getTranslations('oversight.retention'))('approvedNow') }
  },
})

export const declineRetention = staffAction({
  name: 'declineRetention',
  may: 'retention.read',
  schema: runInput,
  async run({ actor, tx, audit }, { runId, version }) {
    const { count } = await tx.retentionRun.updateMany({ where: { id: runId, version, state: 'PROPOSED' }, data: { state: 'CANCELLED', cancelledBy: actor.userId, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('oversight.subject.error.changed')
    await audit({ action: 'retention.cancelled', details: { run: runId } })
    return { message: (await getTranslations('oversight.retention'))('cancelledNow') }
  },
})
