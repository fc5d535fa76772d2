'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { flash } from '@/lib/platform/flash'
import { weighInput } from './schema'

/** How much work a case is, from now on. What it weighed before stays in its history. */
export const weighCase = staffAction({
  name: 'weighCase',
  may: 'case.manage',
  schema: weighInput,
  async run({ actor, tx, audit }, { personId, caseId, number, weight }) {
    const found = await tx.caseFile.findFirst({ where: { id: caseId, personId }, select: { states: { select: { state: true }, orderBy: { number: 'desc' }, take: 1 }, weights: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 } } })
    if (!found) throw new Refused('casework.error.gone')
    await refuseBehindGlass(tx, personId)
    if (found.states[0]?.state === 'closed' || (found.weights[0]?.number ?? 0) !== number) throw new Refused('casework.cases.error.meanwhile')
    const { count } = await tx.caseWeight.createMany({ data: [{ caseId, personId, number: number + 1, weight, recordedBy: actor.userId }], skipDuplicates: true })
    if (count !== 1) throw new Refused('casework.cases.error.meanwhile')
    await audit({ action: 'case.weighed', personId, details: { case: caseId, weight } })
    await flash((await getTranslations('casework.weights'))('flash'))
    return { redirectTo: `/people/${personId}/cases` }
  },
})
