import { afterEach, expect, it } from 'vitest'
import { clearPrintFiles } from '@/lib/outreach/letters/files/jobs'
import { printFile } from '@/lib/outreach/letters/files/queries'
import { runDetails } from '@/lib/outreach/runs/queries'
import { momentAt, addDays } from '@/lib/platform/day'
import { today } from '@/lib/platform/clock'
import { owner } from '../../support/db'
import { endRuns, never, owed, releasedRun, send } from './run-ground'

afterEach(endRuns)

it('the printer’s copies are erased when the rule’s days are over, in Danish time; the letters stay', async () => {
  await owed('paper')
  const { runId, maker } = await releasedRun()
  await send()({ runId }, never)
  const files = await owner().runFile.findMany({ where: { runId } })
  expect(files.map(({ kind }) => kind).sort()).toEqual(['manifest', 'print'])
  const at = (days: number, hour: number) => clearPrintFiles(() => momentAt(addDays(today(), days), hour, 30))(null, never)
  // The thirtieth day, at half past eleven at night, is a day on which they are kept.
  expect(await at(30, 23)).toBeNull()
  expect(await printFile(maker, runId, files[0]?.fileId ?? '')).not.toBeNull()
  expect(await at(31, 0)).toEqual({ runs: 1, files: 2 })
  expect(await owner().storedFile.count({ where: { id: { in: files.map(({ fileId }) => fileId) } } })).toBe(0)
  expect(await printFile(maker, runId, files[0]?.fileId ?? '')).toBeNull()
  expect((await runDetails(maker, runId))?.files.every((file) => file.clearedAt !== null)).toBe(true)
  const letter = await owner().letter.findFirstOrThrow({ where: { runId } })
  expect(await owner().storedFile.count({ where: { id: letter.fileId ?? '' } })).toBe(1)
  expect(await owner().auditEvent.count({ where: { action: 'run.files-cleared' } })).toBe(1)
  expect(await at(40, 1)).toBeNull()
})

it('of a run that is not sent nothing is erased', async () => {
  await owed('paper')
  const { runId } = await releasedRun()
  await send()({ runId }, never)
  await owner().run.update({ where: { id: runId }, data: { state: 'SENDING' } })
  expect(await clearPrintFiles(() => momentAt(addDays(today(), 90), 1, 0))(null, never)).toBeNull()
  await owner().run.update({ where: { id: runId }, data: { state: 'SENT' } })
})
