import { expect, it } from 'vitest'
import { isSetupList, lastPlace, placeOf, postcodesOf, setupLists } from './rules'

it('reads postcodes however they are set apart, each once, and nothing that is none', () => {
  expect(['', '8900', ' 8930,8900; 8900\n8920 '].map(postcodesOf)).toEqual([[], ['8900'], ['8900', '8920', '8930']])
  expect(['890', '89000', '8900 Randers', '89-00'].map(postcodesOf)).toEqual([null, null, null, null])
})

it('places a new one behind those in use', () => {
  const at = (position: number, retired = false) => ({ position, retired })
  expect([lastPlace([]), lastPlace([at(0), at(4)]), lastPlace([at(2), at(9, true)]), lastPlace([at(999)])]).toEqual([0, 5, 3, 999])
})

it('has an address of its own for every list', () => {
  expect([...setupLists, 'times' as const].map(placeOf)).toEqual(['/admin/volunteering', '/admin/volunteering/papers', '/admin/volunteering/areas', '/admin/volunteering/groups', '/admin/volunteering/times'])
  expect([isSetupList('areas'), isSetupList('times'), isSetupList('toString')]).toEqual([true, false, false])
})
