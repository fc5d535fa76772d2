import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { openRequest } from '@/lib/volunteering/matching/candidates/queries'
import { planForAll } from '@/lib/volunteering/matching/plan/queries'
import { planView } from '@/lib/volunteering/matching/plan/schema'
import { listWaiting } from '@/lib/volunteering/matching/waiting/queries'
import { loadReference } from '@/prisma/reference'
import { staff } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { type PlantedMatching, plantMatching } from '../../support/matching-rows'

let lead: Actor, unit = '', first: PlantedMatching
const known = (all: PlantedMatching) => all.waiting.find((one) => one.known)?.request ?? ''

beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
  first = await plantMatching(owner(), { unit, by: lead.userId }, { seed: 11, people: 6, volunteers: 8 })
})

describe('pages of those who wait cost as many statements for hundreds as for a handful', () => {
  const pages: Record<string, () => Promise<unknown>> = { list: () => listWaiting(lead, today()), request: () => openRequest(lead, known(first), today()), plan: () => planForAll(lead, today(), planView.parse({})) }
  const cost = async () => {
    const found: Record<string, number> = {}
    for (const [name, open] of Object.entries(pages)) found[name] = (await countQueries(open)).statements.length
    return found
  }

  it('with the row of the log, and whatever is chosen to be compared', async () => {
    const before = await cost()
    await plantMatching(owner(), { unit, by: lead.userId }, { seed: 12, people: 60, volunteers: 300 })
    expect(await cost()).toEqual(before)
    for (const many of Object.values(before)) expect(many).toBeLessThanOrEqual(6)
    const [a, b] = (await openRequest(lead, known(first), today()))?.candidates ?? []
    expect((await countQueries(() => openRequest(lead, known(first), today(), [a?.id ?? '', b?.id ?? '']))).statements.length).toBe(before.request)
  })
})

describe('two candidates side by side', () => {
  it('are those that were chosen, in that order, of those no rule forbids', async () => {
    const found = await openRequest(lead, known(first), today())
    const [a, b] = found?.candidates ?? []
    const hidden = found?.hidden.flatMap(({ names }) => names)[0]
    const chosen = async (...ids: string[]) => (await openRequest(lead, known(first), today(), ids))?.compared.map(({ id }) => id)
    expect(await chosen(b?.id ?? '', a?.id ?? '')).toEqual([b?.id, a?.id])
    expect(await chosen(a?.id ?? '', hidden?.id ?? '', '019a0000-0000-7000-8000-00000000dead')).toEqual([a?.id])
    expect(await chosen()).toEqual([])
  })
})
