import 'server-only'
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/platform/env'
import type { Anchor, Prune, Seal } from './rules'

/**
 * Where the copies of the seals go: somewhere the owner of the database cannot write. By default a folder of monthly files, one line a seal;
 * mount it from another machine, or ship it there as the files grow (docs/operations.md).
 */
export type AnchorPlace = {
  write: (seal: Seal) => Promise<void>
  /** The number of the newest copy, 0 where there is none. */
  last: () => Promise<number>
  read: () => Promise<{ anchors: Anchor[]; broken: number }>
  /** Prune seals, whole: after a restore they are what says that the old end must go again. */
  writePrune: (prune: Prune) => Promise<void>
  readPrunes: () => Promise<Prune[]>
}

const PRUNED = 'pruned.jsonl'

export function anchorFolder(folder = env().AUDIT_ANCHOR_DIR): AnchorPlace {
  return {
    write: async ({ no, sealedAt, events, mac }) => {
      await mkdir(folder, { recursive: true })
      await appendFile(join(folder, `audit-${sealedAt.slice(0, 7)}.jsonl`), `${JSON.stringify({ no, sealedAt, events, mac })}\n`, { flush: true })
    },
    // Every minute: the newest file alone, not years of them.
    last: async () => {
      const name = (await files(folder)).at(-1)
      const lines = name ? (await readFile(join(folder, name), 'utf8')).split('\n').filter(Boolean) : []
      return lines.reduce((highest, line) => Math.max(highest, readLine(line)?.no ?? 0), 0)
    },
    read: async () => {
      const names = await files(folder)
      const lines = (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).flatMap((text) => text.split('\n').filter(Boolean))
      const anchors = lines.map(readLine)
      return { anchors: anchors.filter((anchor) => anchor !== null), broken: anchors.filter((anchor) => anchor === null).length }
    },
    writePrune: async (prune) => {
      await mkdir(folder, { recursive: true })
      await appendFile(join(folder, PRUNED), `${JSON.stringify(prune)}\n`, { flush: true })
    },
    // A line cut off by a stop is written again by the next round.
    readPrunes: async () => (await readFile(join(folder, PRUNED), 'utf8').catch(() => '')).split('\n').flatMap((line) => {
      try {
        return [JSON.parse(line) as Prune]
      } catch {
        return []
      }
    }),
  }
}

async function files(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter((name) => /^audit-\d{4}-\d{2}\.jsonl$/.test(name)).sort()
}

function readLine(line: string): Anchor | null {
  try {
    const { no, mac, events } = JSON.parse(line) as Anchor
    return Number.isInteger(no) && typeof mac === 'string' && Number.isInteger(events) ? { no, mac, events } : null
  } catch {
    return null
  }
}
