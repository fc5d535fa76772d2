'use client'

import { useEffect, useState } from 'react'
import { readGroups, type PaletteGroup } from './palette-items'

type Search = { groups: PaletteGroup[]; status: 'idle' | 'busy' | 'failed' }

const nothing: Search = { groups: [], status: 'idle' }
/** Milliseconds after the last key. */
const PAUSE = 150

/** Asks the endpoint when typing rests, and at once for nothing typed; an answer that was overtaken is thrown away. `query` null: nobody is asking. */
export function usePaletteSearch(endpoint: string, query: string | null): Search {
  const [search, setSearch] = useState<Search & { of: string }>({ ...nothing, of: '' })
  const words = query?.trim() ?? null
  const asks = words !== null && words.length !== 1

  useEffect(() => {
    if (!asks) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      setSearch((before) => ({ groups: before.groups, status: 'busy', of: words }))
      try {
        const response = await fetch(endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: words }),
          signal: abort.signal,
        })
        if (!response.ok) throw new Error(`palette ${response.status}`)
        setSearch({ groups: readGroups(await response.json()), status: 'idle', of: words })
      } catch {
        // Nobody asked for whom they opened last: without it the places are there as always.
        if (!abort.signal.aborted) setSearch({ groups: [], status: words === '' ? 'idle' : 'failed', of: words })
      }
    }, words === '' ? 0 : PAUSE)
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [endpoint, words, asks])

  // Who was opened last is no answer to words, nor the other way round.
  return asks && (search.of === '') === (words === '') ? search : nothing
}
