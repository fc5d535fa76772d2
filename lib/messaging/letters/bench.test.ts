import { describe, expect, it } from 'vitest'
import { measureLettersSpeed } from '@/tests/bench/letters-speed'

describe('the letters-speed figure', () => {
  it('files every letter once, with its own message, and checks each document against its envelope', async () => {
    const filed = new Map<string, string>()
    const figure = await measureLettersSpeed({ n: 45, seed: 11, file: (id, _, memo) => void filed.set(id, memo) })
    expect(filed.size).toBe(45)
    expect([...filed].every(([id, memo]) => memo.includes(`<memo:filename>${id}.pdf<`))).toBe(true)
    expect(figure).toMatchObject({ n: 45, ratio: expect.any(Number) })
    expect(figure.oursMs).toBeGreaterThan(0)
    expect(figure.bytes).toBeGreaterThan(45 * 10_000)
  }, 60_000)
})
