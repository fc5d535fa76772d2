'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { Conflict } from '@/lib/access/conflict'
import { refuseBehindGlass } from '../record/lasting'
import { stickyInput } from './schema'

/** Writes the sticky note, or takes it down. Of two who write at once the second is shown what the first wrote, and nothing is lost. */
export const writeSticky = staffAction({
  name: 'writeSticky',
  may: 'contact.record',
  freeText: true,
  schema: stickyInput,
  async run({ actor, tx, audit }, { personId, version, text }) {
    if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } }))) throw new Refused('people.error.notFound')
    await refuseBehindGlass(tx, personId)
    // Two who write at once: the second waits here, and then finds the first.
    await tx.$queryRaw`SELECT true AS held FROM (SELECT pg_advisory_xact_lock(hashtextextended('sticky ' || ${personId}, 0))) held`
    const before = await tx.personNote.findMany({ where: { personId }, select: { text: true, recordedBy: true }, orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }] })
    const now = before[0]?.text ?? ''
    if (before.length !== version && now !== text) {
      const by = await tx.user.findFirst({ where: { id: before[0]?.recordedBy }, select: { name: true } })
      throw new Conflict(before.length, { text: now }, by?.name ?? null, personId)
    }
    if (now !== text) await tx.personNote.createMany({ data: [{ personId, text: text || null, recordedBy: actor.userId }] })
    await audit({ action: text === '' ? 'person.note-removed' : 'person.note-written', personId })
    return { message: (await getTranslations('people.note'))(text === '' ? 'removed' : 'saved') }
  },
})
