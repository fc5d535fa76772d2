'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { storeRows } from '@/lib/imports/batches/writes'
import { type Mapping, checkMapping } from '@/lib/imports/columns/rules'
import { LIMITS } from '@/lib/imports/files/limits'
import { unknownValues, type UnknownValue, type ValueMap } from '@/lib/imports/values/rules'
import { Prisma } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { parseInput } from './batch/writes'
import { codesOf, infoOf, knownOf, mappingFor, readOrRefuse, receiveFile, rememberedValues } from './batch/reading'
import { changeState, columnRows, ownBatch, shutRows } from './batch/steps'
import { REGISTER } from './kind'
import { mappingRefusal } from './columns'
import { columnsInput, sheetInput, uploadInput, valuesInput } from './schema'

/** Step 1: the file is read, and its rows wait. Nothing is known or written about anybody yet. */
export const uploadRegister = staffAction({
  name: 'uploadRegister',
  may: 'import.run',
  schema: uploadInput,
  async run({ actor, tx, audit, file }) {
    const chosen = file('file')
    if (!chosen) throw new Refused('imports.error.noFile', {}, 'file')
    if (chosen.size > LIMITS.fileBytes) throw new Refused('imports.file.too-large', { megabytes: LIMITS.fileBytes / 1024 / 1024 }, 'file')
    const { id, rows } = await receiveFile(tx, actor.userId, { name: chosen.name, type: chosen.type, bytes: new Uint8Array(await chosen.arrayBuffer()) })
    await audit({ action: 'import.uploaded', details: { batch: id, rows } })
    return { redirectTo: `/imports/${id}` }
  },
})

/** Another sheet of the same workbook. */
export const readSheet = staffAction({
  name: 'readSheet',
  may: 'import.run',
  schema: sheetInput,
  async run({ tx, audit }, { batch: id, sheet }) {
    const batch = await ownBatch(tx, id, ['UPLOADED', 'MAPPED', 'PREVIEWED'])
    const file = await tx.storedFile.findFirst({ where: { id: batch.fileId }, select: { bytes: true } })
    if (!file) throw new Refused('imports.error.gone')
    if ((await shutRows(tx, id)) > 0) throw new Refused('imports.error.shut')
    const table = await readOrRefuse(file.bytes, sheet)
    await storeRows(tx, id, table.rows)
    await changeState(tx, batch, 'UPLOADED', { fileInfo: infoOf(table), columns: table.columns, mapping: await mappingFor(tx, table.columns), valueMap: Prisma.DbNull, total: table.rows.length })
    await audit({ action: 'import.sheet-chosen', details: { batch: id } })
    return { redirectTo: `/imports/${id}?step=columns` }
  },
})

/** Step 2: which column is which field. Goes on to the words nobody has decided, or straight to the preview. */
export const saveColumns = staffAction({
  name: 'saveColumns',
  may: 'import.run',
  schema: columnsInput,
  async run({ tx, today, audit }, { batch: id, complete, ...input }) {
    const batch = await ownBatch(tx, id, ['UPLOADED', 'MAPPED', 'PREVIEWED'])
    const mapping: Mapping = Object.fromEntries(REGISTER.fields.flatMap(({ key }) => (typeof input[`column.${key}`] === 'string' && input[`column.${key}`] !== '' ? [[key, Number(input[`column.${key}`])]] : [])))
    const columns = batch.columns as string[]
    const [problem] = checkMapping(mapping, columns, REGISTER)
    if (problem) throw await mappingRefusal(problem, columns)
    const unknown = unknownValues(await columnRows(tx, id), parseInput({ columns, mapping, valueMap: {} }, today))
    const valueMap = knownOf(unknown, await rememberedValues(tx))
    const undecided = unknown.some(({ field, folded }) => valueMap[field]?.[folded] === undefined)
    await changeState(tx, batch, undecided ? 'MAPPED' : 'PREVIEWING', { mapping, complete: complete === 'yes', valueMap, unknownValues: unknown })
    if (!undecided) await enqueue(tx, 'import.preview', { batchId: id })
    await audit({ action: 'import.columns-chosen', details: { batch: id, unknown: unknown.length } })
    return { redirectTo: `/imports/${id}?step=${undecided ? 'values' : 'preview'}` }
  },
})

/** Step 3: every word that was not understood gets a meaning, or is left out. Remembered for the next file. */
export const saveValues = staffAction({
  name: 'saveValues',
  may: 'import.run',
  schema: valuesInput,
  async run({ tx, audit }, { batch: id, ...input }) {
    const batch = await ownBatch(tx, id, ['MAPPED', 'PREVIEWED'])
    const valueMap: ValueMap = {}
    for (const [index, { field, folded, text }] of ((batch.unknownValues ?? []) as UnknownValue[]).entries()) {
      const chosen = input[`value.${index}`]
      if (chosen !== 'EMPTY' && !(typeof chosen === 'string' && codesOf(field).includes(chosen))) throw new Refused('imports.error.undecided', { text }, `value.${index}`)
      valueMap[field] = { ...valueMap[field], [folded]: chosen === 'EMPTY' ? null : chosen }
    }
    await changeState(tx, batch, 'PREVIEWING', { valueMap })
    await enqueue(tx, 'import.preview', { batchId: id })
    await audit({ action: 'import.values-decided', details: { batch: id } })
    return { redirectTo: `/imports/${id}?step=preview` }
  },
})
