'use client'

import { useEffect, useState } from 'react'
import { readGroups, type PaletteGroup } from './palette-items'

type Search = { groups: PaletteGroup[]; status: 'idle' | 'busy' | 'failed' }

const nothing: Search = { groups: [], status: 'idle' }

/** Asks the endpoint 150 ms after the last key; an answer that was overtaken is thrown away. */
export function usePaletteSearch(endpoint: string, query: string): Search {
  const [search, setSearch] = useState<Search>(nothing)

  useEffect(() => {
    const words = query.trim()
    if (words.length < 2) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      setSearch((before) => ({ ...before, status: 'busy' }))
      try {
        const response = await fetch(endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: words }),
          signal: abort.signal,
        })
        if (!response.ok) throw new Error(`palette ${response.status}`)
        setSearch({ groups: readGroups(await response.json()), status: 'idle' })
      } catch {
        if (!abort.signal.aborted) setSearch({ groups: [], status: 'failed' })
      }
    }, 150)
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [endpoint, query])

  return query.trim().length < 2 ? nothing : search
}
