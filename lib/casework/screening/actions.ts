'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { flash } from '@/lib/platform/flash'
import { questionsOf, screeningInput } from './schema'

/** Every question gets its answer at once, also that it was not asked: nothing is added later. Asked again is another time. */
export const answerScreening = staffAction({
  name: 'answerScreening',
  may: 'plan.manage',
  schema: screeningInput,
  async run({ actor, tx, audit }, { personId, version, given }) {
    if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } }))) throw new Refused('casework.error.gone')
    await refuseBehindGlass(tx, personId)
    const guide = await tx.screeningGuide.findFirst({ where: { version }, select: { questions: true } })
    if (!guide) throw new Refused('casework.error.gone')
    const id = crypto.randomUUID()
    await tx.screening.createMany({ data: [{ id, personId, version, recordedBy: actor.userId }] })
    await tx.screeningAnswer.createMany({ data: questionsOf.parse(guide.questions).map(({ code }) => ({ screeningId: id, personId, question: code, answer: given[code] ?? 'not-asked' })) })
    // What was answered is not in the log: that it was asked is.
    await audit({ action: 'plan.screened', personId, details: { screening: id, version: String(version) } })
    await flash((await getTranslations('screening.flash'))('saved'))
    return { redirectTo: `/people/${personId}/screening?done=${id}` }
  },
})
