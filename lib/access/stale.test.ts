import { expect, it } from 'vitest'
import { dayToDb, toDay } from '@/lib/platform/day'
import { conflictOf } from './stale'

const t = (key: string, values: Record<string, string | number> = {}) => `${key.split('.').at(-1)} ${values.text ?? values.name ?? ''}`.trim()

it('shows what stands in each field that differs, keeps what was typed, and counts on from the newer version', () => {
  const stored = { version: 7, name: 'Ny', note: null, same: 'x', on: dayToDb(toDay('2026-11-22')), needs: ['arbejde', 'bolig'], inLetter: true, other: 'not asked' }
  const conflict = conflictOf(stored, { name: 'Min', note: 'Mit', same: 'x', on: null, needs: [], inLetter: false }, 'Anna')
  expect(conflict.personId).toBeNull()
  expect(conflict.state({ name: 'Min', version: '6' }, t)).toEqual({ message: 'conflictBy Anna', values: { name: 'Min', version: '7' }, fields: { name: ['conflictNow Ny'], note: ['conflictEmpty'], on: [expect.stringContaining('22')], needs: ['conflictNow arbejde, bolig'], inLetter: ['conflictNow ✓'] } })
})

it('says so although nothing differs any more', () => expect(conflictOf({ version: 2, name: 'x' }, { name: 'x' }).state({ name: 'x' }, t)).toMatchObject({ message: 'conflict', fields: {}, values: { version: '2' } }))
