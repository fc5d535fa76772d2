import { describe, expect, it } from 'vitest'
import { matrix } from '@/lib/access/matrix'
import da from '@/messages/da/oversight.json'
import { PROCESSING_TEXTS } from '@/prisma/reference/processing-texts'
import { catalogue } from '../catalogue/read'
import { areasOf, AREAS, rolesOf } from './rules'

const known = catalogue()

describe('the records of processing', () => {
  it('hold every column with personal data', () => {
    const all = known.tables.flatMap((table) => table.columns.filter((column) => column.dataClass >= 'K2' && column.kind !== 'id').map((column) => `${table.name}.${column.name}`))
    const held = areasOf(known).flatMap((area) => area.classes.flatMap((one) => one.tables.flatMap((table) => table.columns.map((column) => `${table.name}.${column}`))))
    expect(all.length).toBeGreaterThan(150)
    expect(held.sort()).toEqual(all.sort())
  })

  it('have a name and a text for every area', () => {
    const areas = areasOf(known).map((one) => one.area)
    expect(areas.filter((area) => !(area in da.processing.area))).toEqual([])
    expect(areas.filter((area) => !PROCESSING_TEXTS.some((text) => text.area === area))).toEqual([])
  })

  it('name the roles the matrix names, and leave no permission to personal data out', () => {
    expect(rolesOf('imports', matrix)).toEqual(['VETERAN_COORDINATOR'])
    expect(rolesOf('audit', matrix)).toContain('DATA_PROTECTION_OFFICER')
    const beginnings = Object.values(AREAS).flat()
    expect(Object.entries(matrix).filter(([name, { dataClass }]) => dataClass >= 'K2' && !beginnings.some((one) => name.startsWith(one))).map(([name]) => name)).toEqual([])
  })
})
