'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { now } from '@/lib/platform/clock'
import { flash } from '@/lib/platform/flash'
import { saved } from '../record/saved'
import { mergeRecords, type MergeAnswer } from './writes'
import { mergeInput, pairInput, undoInput } from './schema'

/** Makes the two one. What the screen showed must still be what stands there. */
export const mergePair = staffAction({
  name: 'mergePair',
  may: 'person.merge',
  schema: mergeInput,
  async run({ tx, audit }, input) {
    const { keptId, mergedId, mergeId } = await mergeRecords(tx, input)
    await audit({ action: 'person.merged', personId: keptId, people: [keptId, mergedId], details: { merge: mergeId } })
    return saved(keptId, 'merged')
  },
})

/** Remembered: the two are not offered again. */
export const notTheSame = staffAction({
  name: 'notTheSame',
  may: 'person.merge',
  schema: pairInput,
  async run({ actor, tx, audit }, { pairId }) {
    const pair = await tx.duplicatePair.findFirst({ where: { id: pairId, state: 'OPEN' } })
    if (!pair) throw new Refused('people.error.notFound')
    await tx.duplicatePair.updateMany({ where: { id: pairId }, data: { state: 'NOT_THE_SAME', decidedBy: actor.userId, decidedAt: now() } })
    await audit({ action: 'person.not-the-same', people: [pair.leftId, pair.rightId] })
    await flash((await getTranslations('people'))('flash.notTheSame'))
    return { redirectTo: '/people/duplicates' }
  },
})

/** Both records as they were, as long as nothing the merge changed has been changed since. */
export const undoMerge = staffAction({
  name: 'undoMerge',
  may: 'person.merge',
  schema: undoInput,
  async run({ tx, audit }, { mergeId }) {
    const [row] = await tx.$queryRaw<{ answer: MergeAnswer }[]>`SELECT access.undo_merge(${mergeId}::uuid) AS answer`
    const answer = row?.answer
    if (!answer || 'refused' in answer) throw new Refused(`people.error.${answer?.refused ?? 'notFound'}`, { tables: await tableNames(answer?.tables ?? []) })
    await audit({ action: 'person.merge-undone', personId: answer.kept, people: [answer.kept ?? '', answer.merged ?? ''], details: { merge: mergeId } })
    return saved(answer.kept, 'undone')
  },
})

async function tableNames(tables: string[]): Promise<string> {
  const t = await getTranslations('people.history.table')
  return tables.map((table) => (t.has(table) ? t(table) : table)).join(', ')
}
