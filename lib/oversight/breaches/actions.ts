'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { conflictOf } from '@/lib/access/stale'
import { can } from '@/lib/access/permissions'
import { readFilter } from '@/lib/access/trail/rules'
import { trailConditions } from '@/lib/access/trail/sql'
import { now } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { isLate } from './rules'
import { assessInput, breachInput, closeInput, notifyInput, tellInput } from './schema'

/** Anybody on the staff tells what happened. Begun from a selection of the log, the people in it are written down with it. */
export const reportBreach = staffAction({
  name: 'reportBreach',
  may: 'breach.report',
  schema: breachInput,
  async run({ actor, tx, audit }, { selection, ...facts }) {
    const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT uuidv7()::text AS id`
    const id = row?.id ?? ''
    await tx.breach.createMany({ data: [{ id, ...facts, createdBy: actor.userId }] })
    const manages = can(actor, 'breach.manage')
    if (selection !== '' && manages && can(actor, 'audit.read')) {
      const where = trailConditions(readFilter(Object.fromEntries(new URLSearchParams(selection))))
      await tx.$queryRaw`SELECT access.add_breach_subjects(${id}::uuid, ARRAY(SELECT e.person_id FROM audit_event e WHERE e.person_id IS NOT NULL AND ${where}
        UNION SELECT s.person_id FROM audit_event e JOIN audit_subject s ON s.event_id = e.id WHERE ${where}))`
    }
    await audit({ action: 'breach.reported', details: { breach: id } })
    if (manages) return { redirectTo: `/protection/breaches/${id}` }
    await flash((await getTranslations('oversight.breach'))('reportedNow'))
    return { redirectTo: '/protection' }
  },
})

export const assessBreach = staffAction({
  name: 'assessBreach',
  may: 'breach.manage',
  schema: assessInput,
  async run({ tx, audit }, { breachId, version, ...assessment }) {
    const { count } = await tx.breach.updateMany({ where: { id: breachId, version, closedAt: null }, data: { ...assessment, version: { increment: 1 } } })
    if (count !== 1) {
      const now = await tx.breach.findFirst({ where: { id: breachId, closedAt: null } })
      // Closed, it is kept as it is.
      if (!now) throw new Refused('oversight.subject.error.changed')
      const t = await getTranslations('oversight.breach.riskOf')
      throw conflictOf({ ...now, risk: now.risk && t(now.risk) }, { ...assessment, risk: t(assessment.risk) })
    }
    await audit({ action: 'breach.assessed', details: { breach: breachId, risk: assessment.risk } })
    return { message: (await getTranslations('oversight.breach'))('savedNow') }
  },
})

export const authorityTold = staffAction({
  name: 'authorityTold',
  may: 'breach.manage',
  schema: notifyInput,
  async run({ tx, audit }, { breachId, version, toldAt, reference, lateReason }) {
    const breach = await tx.breach.findFirst({ where: { id: breachId, closedAt: null }, select: { awareAt: true } })
    if (!breach) throw new Refused('oversight.subject.error.changed')
    if (toldAt < breach.awareAt) throw new Refused('oversight.breach.error.beforeAware', {}, 'toldAt')
    if (isLate(breach.awareAt, toldAt) && (lateReason ?? '').length < 10) throw new Refused('oversight.breach.error.lateReason', {}, 'lateReason')
    const { count } = await tx.breach.updateMany({ where: { id: breachId, version, authorityToldAt: null, closedAt: null }, data: { authorityToldAt: toldAt, authorityReference: reference, lateReason, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('oversight.subject.error.changed')
    await audit({ action: 'breach.authority-told', details: { breach: breachId, late: isLate(breach.awareAt, toldAt) } })
    return { message: (await getTranslations('oversight.breach'))('savedNow') }
  },
})

export const peopleTold = staffAction({
  name: 'peopleTold',
  may: 'breach.manage',
  schema: tellInput,
  async run({ tx, today, audit }, { breachId, version, how }) {
    const { count } = await tx.breach.updateMany({ where: { id: breachId, version, closedAt: null }, data: { peopleToldOn: dayToDb(today), peopleToldHow: how, version: { increment: 1 } } })
    if (count !== 1) {
      const now = await tx.breach.findFirst({ where: { id: breachId, closedAt: null }, select: { version: true, peopleToldHow: true } })
      if (!now) throw new Refused('oversight.subject.error.changed')
      throw conflictOf({ version: now.version, how: now.peopleToldHow }, { how })
    }
    await audit({ action: 'breach.people-told', details: { breach: breachId } })
    return { message: (await getTranslations('oversight.breach'))('savedNow') }
  },
})

/** From here the entry is kept as it is. */
export const closeBreach = staffAction({
  name: 'closeBreach',
  may: 'breach.manage',
  schema: closeInput,
  async run({ actor, tx, audit }, { breachId, version, learned }) {
    const breach = await tx.breach.findFirst({ where: { id: breachId, closedAt: null }, select: { risk: true, authorityToldAt: true, peopleToldOn: true } })
    if (!breach) throw new Refused('oversight.subject.error.changed')
    if (!breach.risk || (breach.risk !== 'NONE' && !breach.authorityToldAt) || (breach.risk === 'HIGH' && !breach.peopleToldOn)) throw new Refused('oversight.breach.error.notDone')
    const { count } = await tx.breach.updateMany({ where: { id: breachId, version, closedAt: null }, data: { closedAt: now(), closedBy: actor.userId, learned, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('oversight.subject.error.changed')
    await audit({ action: 'breach.closed', details: { breach: breachId } })
    return { message: (await getTranslations('oversight.breach'))('closedNow') }
  },
})
