'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { answerForAll, answersFor, decisionText, lastUndoDay, readDecision, type StoredVerdict } from '@/lib/imports/batches/rules'
import { dayOf, dayToDb } from '@/lib/platform/day'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { changeState, ownBatch } from '../batch/steps'
import { REGISTER } from '../kind'
import { batchInput, confirmInput, decideInput, decideKindInput, movedInput } from '../schema'
import { backTo, decide } from './writes'

/** One doubtful row is answered: who it is, that it is somebody new, or that it stays out. An empty answer takes the answer back. */
export const decideRow = staffAction({
  name: 'decideRow',
  may: 'import.run',
  schema: decideInput,
  async run({ tx, today, audit }, { batch: id, row, decision, back }) {
    const batch = await ownBatch(tx, id, ['PREVIEWED'])
    const found = await tx.importRow.findFirst({ where: { batchId: id, number: row, verdict: { not: 'ERROR' } }, select: { changes: true } })
    const answer = decision === '' ? null : readDecision(decision)
    const asked = found?.changes as StoredVerdict | undefined
    const possible = asked ? answersFor({ ...asked, row }).map(decisionText) : []
    if (!asked || (decision !== '' && !possible.includes(answer ? decisionText(answer) : ''))) throw new Refused('imports.error.answer')
    await decide(tx, batch, new Map([[row, answer]]), today)
    await audit({ action: 'import.row-decided', personId: answer?.as === 'person' ? answer.personId : undefined, details: { batch: id, row, as: answer?.as ?? 'open' } })
    return { redirectTo: backTo(id, back) }
  },
})

/** All rows that wait for the same reason, as far as one answer fits them. */
export const decideKind = staffAction({
  name: 'decideKind',
  may: 'import.run',
  schema: decideKindInput,
  async run({ tx, today, audit }, { batch: id, code, wanted, back }) {
    const batch = await ownBatch(tx, id, ['PREVIEWED'])
    const rows = await tx.importRow.findMany({ where: { batchId: id, verdict: 'DOUBTFUL', decision: null, reasonCodes: { has: code } }, select: { number: true, changes: true } })
    const answers = new Map(rows.flatMap(({ number, changes }) => {
      const answer = answerForAll({ ...(changes as unknown as StoredVerdict), row: number }, wanted)
      return answer ? [[number, answer] as const] : []
    }))
    if (answers.size === 0) throw new Refused('imports.error.one-by-one')
    await decide(tx, batch, answers, today)
    await audit({ action: 'import.kind-decided', details: { batch: id, code, rows: answers.size, as: wanted } })
    return { redirectTo: backTo(id, back) }
  },
})

/** Answers of a large file are not judged one by one; this judges them all again before confirming. */
export const recount = staffAction({
  name: 'recount',
  may: 'import.run',
  schema: batchInput,
  async run({ tx, audit }, { batch: id }) {
    await changeState(tx, await ownBatch(tx, id, ['PREVIEWED']), 'PREVIEWING')
    await enqueue(tx, 'import.preview', { batchId: id })
    await audit({ action: 'import.recounted', details: { batch: id } })
    return { redirectTo: `/imports/${id}?step=preview` }
  },
})

/** From here the register is written. `version` is that of the preview the user looked at. */
export const confirmImport = staffAction({
  name: 'confirmImport',
  may: 'import.run',
  schema: confirmInput,
  async run({ actor, tx, audit }, { batch: id, version }) {
    const batch = await ownBatch(tx, id, ['PREVIEWED'])
    if (batch.version !== version || (await tx.importRow.count({ where: { batchId: id, fingerprint: null } })) > 0) throw new Refused('imports.error.moved-on')
    await changeState(tx, batch, 'CONFIRMING', { confirmedBy: actor.userId })
    await enqueue(tx, 'import.confirm', { batchId: id })
    await audit({ action: 'import.confirmed', details: { batch: id } })
    return { redirectTo: `/imports/${id}` }
  },
})

/** The file is not used. Its rows and the file itself go; that it was there stays in the list. */
export const abandonImport = staffAction({
  name: 'abandonImport',
  may: 'import.run',
  schema: batchInput,
  async run({ tx, audit }, { batch: id }) {
    const batch = await ownBatch(tx, id, ['UPLOADED', 'MAPPED', 'PREVIEWED'])
    await changeState(tx, batch, 'ABANDONED', { missing: [], unknownValues: [] })
    await tx.importRow.deleteMany({ where: { batchId: id } })
    await tx.storedFile.deleteMany({ where: { id: batch.fileId } })
    await audit({ action: 'import.abandoned', details: { batch: id } })
    return { redirectTo: '/imports' }
  },
})

/** Any colleague with the right to import may take an import back, within thirty days. */
export const undoImport = staffAction({
  name: 'undoImport',
  may: 'import.run',
  schema: batchInput,
  async run({ actor, tx, today, audit }, { batch: id }) {
    const batch = await tx.importBatch.findFirst({ where: { id, kind: REGISTER.code } })
    if (!batch) throw new Refused('imports.error.gone')
    if (batch.state !== 'CONFIRMED' || !batch.confirmedAt) throw new Refused('imports.error.moved-on')
    if (lastUndoDay(dayOf(batch.confirmedAt)) < today) throw new Refused('imports.error.too-late')
    await changeState(tx, batch, 'UNDOING', { undoneBy: actor.userId })
    await enqueue(tx, 'import.undo', { batchId: id })
    await audit({ action: 'import.undo-asked', details: { batch: id } })
    return { redirectTo: `/imports/${id}` }
  },
})

/** A job that has not been heard of: it is sent for once more. One that lives after all keeps its hold on the batch, and nothing happens. */
export const workAgain = staffAction({
  name: 'workAgain',
  may: 'import.run',
  schema: batchInput,
  async run({ tx, audit }, { batch: id }) {
    const batch = await tx.importBatch.findFirst({ where: { id, kind: REGISTER.code } })
    const queue = { PREVIEWING: 'import.preview', CONFIRMING: 'import.confirm', UNDOING: 'import.undo' } as const
    const wanted = batch && batch.state in queue ? queue[batch.state as keyof typeof queue] : null
    if (!wanted) throw new Refused('imports.error.moved-on')
    await enqueue(tx, wanted, { batchId: id }, { once: id })
    await audit({ action: 'import.sent-again', details: { batch: id } })
    return { redirectTo: `/imports/${id}` }
  },
})

/** Somebody who is not in the register any more has moved away: known because somebody looked, never because a row was missing. */
export const markMovedAway = staffAction({
  name: 'markMovedAway',
  may: 'import.run',
  schema: movedInput,
  async run({ tx, today, audit }, { batch: id, person, day }) {
    if (day > today) throw new Refused('imports.error.future', {}, 'day')
    const { count } = await tx.person.updateMany({ where: { id: person, movedAwayOn: null, diedOn: null, mergedIntoId: null }, data: { movedAwayOn: dayToDb(day), version: { increment: 1 } } })
    if (count !== 1) throw new Refused('imports.error.moved-on')
    await audit({ action: 'person.status-changed', personId: person, details: { batch: id } })
    return { redirectTo: `/imports/${id}?step=missing` }
  },
})
