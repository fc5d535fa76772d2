import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { checkMapping } from '@/lib/imports/columns/rules'
import { uploadRegister } from '@/lib/people/register-import/actions'
import { VETERAN_REGISTER } from '@/lib/people/register-import/fields'
import { brokenFile } from '../../bench/import-fuzz'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { batchOf, confirm, job, rowsOf } from '../../support/imports'
import { randomFrom } from '../../support/random'

let coordinator: Actor
beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
})

it.each([1, 2, 3])('broken files through the database (seed %i): refused with a sentence, or every row whole or not at all', async (seed) => {
  const random = randomFrom(seed)
  let taken = 0
  for (let index = 0; index < 20; index += 1) {
    const file = await brokenFile(random)
    const name = `file ${index} of seed ${seed} (${file.label})`
    const { state, redirectedTo } = await as(coordinator, () => submit(uploadRegister, { file: new File([new Uint8Array(file.bytes)], 'fil.csv') }))
    if (!redirectedTo) {
      expect(state?.fields?.file?.[0], name).toMatch(/\S{3,}/)
      continue
    }
    const id = redirectedTo.split('/').at(-1) ?? ''
    const batch = await batchOf(id)
    if (checkMapping(batch.mapping as Record<string, number>, batch.columns as string[], VETERAN_REGISTER).length > 0) continue
    taken += 1
    const before = await owner().person.count()
    await owner().importBatch.update({ where: { id }, data: { state: 'PREVIEWING', valueMap: {} } })
    await job.preview(id)
    await confirm(coordinator, id)
    const rows = await rowsOf(id)
    const counts = (await batchOf(id)).counts as Record<string, number>
    const applied = rows.filter((row) => row.applied !== null)
    expect(rows.filter((row) => row.verdict === 'ERROR' || row.verdict === 'DOUBTFUL').every((row) => row.applied === null && row.reasonCodes.length > 0), name).toBe(true)
    expect(applied.length, name).toBe((counts.new ?? 0) + (counts.changed ?? 0))
    expect((counts.new ?? 0) + (counts.changed ?? 0) + (counts.same ?? 0) + (counts.doubtful ?? 0) + (counts.error ?? 0), name).toBe(rows.length)
    expect((await owner().person.count()) - before, name).toBe(applied.filter((row) => (row.applied as { created: boolean }).created).length)
    for (const bad of file.bad) expect(rows.find((row) => row.number === bad)?.applied ?? null, `${name}, row ${bad}`).toBeNull()
    const [half] = await owner().$queryRaw<{ half: bigint }[]>`SELECT count(*) AS half FROM person p WHERE NOT EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id) OR NOT EXISTS (SELECT 1 FROM veteran_profile v WHERE v.person_id = p.id)`
    expect(half?.half, name).toBe(0n)
  }
  expect(taken).toBeGreaterThan(5)
}, 180_000)
