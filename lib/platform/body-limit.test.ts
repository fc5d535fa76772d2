import { describe, expect, it } from 'vitest'
import { bytesOf, FILE_FORM_BYTES } from './body-limit'

const of = (length: string | null, body: ReadableStream<Uint8Array> | null = null) => bytesOf({ headers: new Headers(length === null ? {} : { 'content-length': length }), body })
const pieces = (...sizes: number[]) => new ReadableStream<Uint8Array>({ start: (out) => { for (const size of sizes) out.enqueue(new Uint8Array(size)); out.close() } })
const endless = () => new ReadableStream<Uint8Array>({ pull: (out) => out.enqueue(new Uint8Array(2 ** 20)) })

describe('the bytes of a request', () => {
  it('are those it says, without reading any', async () => {
    const body = pieces(5)
    expect([await of('0'), await of('100001', body), body.locked, await of(null)]).toEqual([0, 100_001, false, 0])
  })

  it('are counted where it says nothing, or nothing a number is', async () => {
    for (const length of [null, '-1', '1e9', '5, 5', '']) expect(await of(length, pieces(40_000, 60_000, 1))).toBe(100_001)
  })

  it('are not counted for ever', async () => {
    expect(await of(null, endless())).toBe(FILE_FORM_BYTES + 2 ** 20)
  })
})
