import { describe, expect, it } from 'vitest'
import { killRetention } from './retention-kill'

describe('the worker killed hard while records and the log are erased', () => {
  it('leaves nothing half erased, and a ledger, an archive and a chain that say what is gone', async () => {
    const result = await killRetention({ kills: 20, seed: 3 })
    expect(result).toMatchObject({ kills: 20, wrong: [] })
    expect(result.erased).toBeGreaterThan(2000)
  }, 240_000)
})
