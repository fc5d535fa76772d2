import { describe, expect, it } from 'vitest'
import { announcedBytes } from './body-limit'

const bytes = (method: string, headers: Record<string, string> = {}) => announcedBytes({ method, headers: new Headers(headers) })

describe('what a request says of its body', () => {
  it('is the length, and nothing for a question', () => {
    expect([bytes('POST', { 'content-length': '0' }), bytes('POST', { 'content-length': '100001' }), bytes('GET'), bytes('GET', { 'content-length': '7' })]).toEqual([0, 100_001, 0, 7])
  })

  it('is nothing to go by when it comes in pieces, or in a form no server counts with', () => {
    for (const headers of [{}, { 'transfer-encoding': 'chunked' }, { 'content-length': '5', 'transfer-encoding': 'chunked' }, { 'content-length': '-1' }, { 'content-length': '1e9' }, { 'content-length': '5, 5' }, { 'content-length': '' }]) expect(bytes('POST', headers as Record<string, string>)).toBeNull()
    expect(bytes('GET', { 'transfer-encoding': 'chunked' })).toBeNull()
  })
})
