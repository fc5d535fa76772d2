import { expect, test } from 'vitest'
import { fuzzImports } from '@/tests/bench/import-fuzz'

test('broken files never crash the import, never lose a row, and every bad row is named', { timeout: 60_000 }, async () => {
  const { crashes, partial, unnamed, rows, refused } = await fuzzImports({ files: 250, seed: 20261120 })
  expect({ crashes, partial, unnamed }).toEqual({ crashes: [], partial: [], unnamed: [] })
  // A run that refused everything would prove nothing.
  expect(rows).toBeGreaterThan(500)
  expect(refused).toBeLessThan(150)
})
