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

/** What a prune seal says: the events under every seal up to `through` (whose own mac is `seal`) were taken away by a run of erasure two people agreed to. */
export type Prune = { no: number; prunedAt: string; through: number; seal: string; events: number; run: string; previous: string; mac: string }

/** Days the log is kept whatever rule is set; the database holds to the same (retention_rule_log, access.prune_log). */
export const LEAST_DAYS = 365

export function pruneMac(key: Buffer, { no, prunedAt, through, seal, events, run, previous }: Omit<Prune, 'mac'>): string {
  return createHmac('sha256', key).update(JSON.stringify(['pruned', no, prunedAt, through, seal, events, run, previous])).digest('hex')
}

export type Problem =
  | { code: 'prune-broken' | 'prune-early' | 'prune-cut' | 'seal-broken' | 'seal-missing' | 'seal-order' | 'events-changed' | 'event-late' | 'anchor-differs' | 'anchor-cut' | 'anchor-broken'; no: number }
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

/**
 * Prune seals by themselves and against the copies outside: made with the key, one after the other, of seals there are and that were old enough.
 * `through`: how far the good ones reach; what is gone beyond is missing as before.
 */
export function pruneProblems(key: Buffer, prunes: readonly Prune[], seals: readonly Seal[], copies: readonly Prune[]): { problems: Problem[]; through: number } {
  const bySeal = new Map(seals.map((seal) => [seal.no, seal]))
  const problems: Problem[] = []
  let last: Prune | undefined
  for (const prune of prunes) {
    const seal = bySeal.get(prune.through)
    const joined = prune.no === (last?.no ?? 0) + 1 && prune.previous === (last?.mac ?? FIRST_PREVIOUS) && prune.through > (last?.through ?? 0)
    if (!joined || pruneMac(key, prune) !== prune.mac || seal?.mac !== prune.seal) problems.push({ code: 'prune-broken', no: prune.no })
    else if (Date.parse(prune.prunedAt) - Date.parse(seal.sealedAt) < LEAST_DAYS * 86_400_000) problems.push({ code: 'prune-early', no: prune.no })
    else last = prune
    if (problems.length > 0) break
  }
  const known = new Map(prunes.map((prune) => [prune.no, prune.mac]))
  problems.push(...copies.filter((copy) => known.get(copy.no) !== copy.mac).map((copy): Problem => ({ code: 'prune-cut', no: copy.no })))
  return { problems, through: last?.through ?? 0 }
}

/** Eight characters a person can read aloud and write on paper. */
export function shortMark(mac: string): string {
  return `${mac.slice(0, 4)}-${mac.slice(4, 8)}`.toUpperCase()
}
