import { expect, it } from 'vitest'
import { transaction } from '@/lib/platform/db'
import { toUtc } from '@/lib/platform/moments'

type Read = { at: Date; epoch: string; zone: string; day: string }

// Winter, summer, and both nights on which the clock changes: before, in and after the hour.
const moments = ['2026-01-15T22:30:00.000Z', '2026-07-15T22:30:00.000Z', '2026-03-29T00:59:59.000Z', '2026-03-29T01:00:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.123Z']

it.each(moments)('%s is stored and read as what it is', async (iso) => {
  const [row] = await transaction({ role: 'public' }, (tx) => tx.$queryRaw<Read[]>`SELECT ${new Date(iso)}::timestamptz AS at, extract(epoch FROM ${new Date(iso)}::timestamptz)::text AS epoch, current_setting('timezone') AS zone`)
  expect(row?.zone).toBe('Europe/Copenhagen')
  expect(Number(row?.epoch) * 1000).toBe(Date.parse(iso))
  expect(row?.at.toISOString()).toBe(iso)
})

it('the database’s own now() is now', async () => {
  const [row] = await transaction({ role: 'public' }, (tx) => tx.$queryRaw<Read[]>`SELECT now() AS at`)
  expect(Math.abs(Date.now() - Number(row?.at))).toBeLessThan(60_000)
})

it('a day stays the day', async () => {
  const [row] = await transaction({ role: 'public' }, (tx) => tx.$queryRaw<Read[]>`SELECT (${new Date('2026-07-01T00:00:00Z')}::date)::text AS day`)
  expect(row?.day).toBe('2026-07-01')
})

it('keeps microseconds, and leaves infinity alone', () => {
  expect(toUtc('2026-07-01 14:00:00.123456+02')).toBe('2026-07-01T12:00:00.123456+00:00')
  expect(toUtc('2026-01-01 00:30:00+05:30')).toBe('2025-12-31T19:00:00+00:00')
  expect(toUtc('infinity')).toBe('infinity')
})
