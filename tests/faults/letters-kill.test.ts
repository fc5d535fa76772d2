import { describe, expect, it } from 'vitest'
import { killLetters } from './letters-kill'

const few = { letters: 60, kills: 1, killsPerRun: 6 }
const clean = { lost: 0, duplicates: 0, blind: 0, wrong: [] }

describe('workers and database killed hard while letters are sent', () => {
  it('lose nothing and send nothing twice where the other end knows its keys', async () => {
    const result = await killLetters({ ...few, channel: 'spool', seed: 11 })
    expect(result).toMatchObject({ ...clean, letters: 60, uncertain: 0 })
    expect(result.kills).toBeGreaterThan(0)
  }, 240_000)

  it('leave every doubt to a person where it does not', async () => {
    const result = await killLetters({ ...few, channel: 'careless', seed: 12 })
    expect(result).toMatchObject({ ...clean, letters: 60 })
    expect(result.uncertain).toBeGreaterThan(0)
  }, 240_000)

  it('would be caught: a channel that promises to know its keys and does not gives letters twice', async () => {
    const result = await killLetters({ ...few, killsPerRun: 10, channel: 'lying', seed: 13 })
    expect(result.blind).toBeGreaterThan(0)
  }, 240_000)
})
