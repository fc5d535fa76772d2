'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { noteInput } from './schema'

/** Written by those who lead volunteers, for themselves and those who come after. A mistake is put right by another note. */
export const noteAssociation = staffAction({
  name: 'noteAssociation',
  may: 'association.manage',
  schema: noteInput,
  async run({ actor, tx, today, audit }, { associationId, about, words, onDay }) {
    if (onDay > today) throw new Refused('associations.note.error.future', {}, 'on')
    if (!(await tx.association.findFirst({ where: { id: associationId }, select: { id: true } }))) throw new Refused('associations.error.gone')
    await tx.associationNote.createMany({ data: [{ associationId, about, words, onDay: dayToDb(onDay), recordedBy: actor.userId }] })
    await audit({ action: 'association.noted', details: { association: associationId, about } })
    await flash((await getTranslations('associations.note'))('added'))
    return { redirectTo: `/associations/${associationId}` }
  },
})
