import { createHash, createHmac } from 'node:crypto'

/** What a seal says. `body`: SHA-256 of the events it covers; `mac`: everything else and the seal before it, under a key the database does not hold. */
export type Seal = { no: number; sealedAt: string; ranges: string; events: number; body: string; previous: string; mac: string }

export const FIRST_PREVIOUS = '0'.repeat(64)
/** Minutes an event may be older than the seal before its own: the longest a transaction may take, and some. An older one was put in afterwards. */
export const LATEST_MINUTES = 30

export function macOf(key: Buffer, { no, sealedAt, ranges, events, body, previous }: Omit<Seal, 'mac'>): string {
  return createHmac('sha256', key).update(JSON.stringify([no, sealedAt, ranges, events, body, previous])).digest('hex')
}

/** The common hash of events, fed in the order of their numbers. */
export function bodyHash(): { add: (row: string) => void; end: () => string } {
  const hash = createHash('sha256')
  return { add: (row) => void hash.update(row).update('\n'), end: () => hash.digest('hex') }
}

/** Ascending numbers as PostgreSQL writes a multirange: [1,2,3,7] is '{[1,4),[7,8)}'. */
export function rangesOf(numbers: readonly number[]): string {
  const parts: [number, number][] = []
  for (const n of numbers) {
    const last = parts.at(-1)
    if (last && last[1] === n) last[1] = n + 1
    else parts.push([n, n + 1])
  }
  return `{${parts.map(([from, to]) => `[${from},${to})`).join(',')}}`
}

export type Problem =
  | { code: 'seal-broken' | 'seal-missing' | 'seal-order' | 'events-changed' | 'event-late' | 'anchor-differs' | 'anchor-cut' | 'anchor-broken'; no: number }
  | { code: 'never-sealed' | 'sealed-twice'; seq: number }

export type Anchor = Pick<Seal, 'no' | 'mac'> & { events: number }

/** The chain by itself: every seal in its place, made with the key, and joined to the one before. `seals` in the order of their numbers. */
export function chainProblems(key: Buffer, seals: readonly Seal[]): Problem[] {
  const problems: Problem[] = []
  let previous: Seal | undefined
  for (const seal of seals) {
    const expected = (previous?.no ?? 0) + 1
    if (seal.no !== expected) problems.push({ code: 'seal-missing', no: expected })
    else if (seal.previous !== (previous?.mac ?? FIRST_PREVIOUS)) problems.push({ code: 'seal-order', no: seal.no })
    if (macOf(key, seal) !== seal.mac) problems.push({ code: 'seal-broken', no: seal.no })
    previous = seal
  }
  return problems
}

/**
 * Against the copies outside the database: a log that was cut, or written anew with a stolen key, has another end than the one that was
 * written down at the time. `anchors` in the order they were written.
 */
export function anchorProblems(seals: readonly Seal[], anchors: readonly Anchor[]): Problem[] {
  const byNo = new Map(seals.map((seal) => [seal.no, seal]))
  return anchors.flatMap((anchor): Problem[] => {
    const seal = byNo.get(anchor.no)
    if (!seal) return [{ code: 'anchor-cut', no: anchor.no }]
    return seal.mac === anchor.mac && seal.events === anchor.events ? [] : [{ code: 'anchor-differs', no: anchor.no }]
  })
}

/** Eight characters a person can read aloud and write on paper. */
export function shortMark(mac: string): string {
  return `${mac.slice(0, 4)}-${mac.slice(4, 8)}`.toUpperCase()
}
