import { expect, it } from 'vitest'
import { myDay } from '@/lib/casework/day/queries'
import { today } from '@/lib/platform/clock'
import { staff } from '../../support/as'
import { countQueries } from '../../support/count-queries'

it('the first page is read in one transaction, and its rows of the log are one statement', async () => {
  const caseworker = await staff('CASEWORKER')
  const { result, statements, transactions } = await countQueries(() => myDay(caseworker, today(), null))
  expect(transactions).toBe(1)
  expect(statements.filter((text) => text.includes('access.audit('))).toHaveLength(1)
  expect(result).toMatchObject({ people: { rows: [], counts: { mine: 0, unclaimed: 0 } }, opened: [], offered: [], unit: null })
})

it('whoever has no role left finds nothing, and no error', async () => {
  const former = { ...(await staff('CASEWORKER')), roles: [] }
  expect(await myDay(former, today(), null)).toEqual({ opened: [], desk: null, offered: null, people: null, unit: null })
})
