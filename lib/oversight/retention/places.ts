import 'server-only'
import { createHash } from 'node:crypto'
import { appendFile, mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { auditKey } from '@/lib/platform/crypto/sealed'
import { env } from '@/lib/platform/env'
import { type LedgerLine, readLine, signLine } from './rules'

/** Where records are delivered before they are erased. The receipt says that they arrived; without one nothing is erased. */
export type ArchivePlace = { deliver: (name: string, text: string) => Promise<string> }

/** The default: a folder the archive fetches from. On disk and read back before the receipt; delivering the same again writes the same file. */
export function archiveFolder(folder = env().ARCHIVE_DIR): ArchivePlace {
  return {
    deliver: async (name, text) => {
      await mkdir(folder, { recursive: true })
      const [path, bytes] = [join(folder, name), Buffer.from(text, 'utf8')]
      const file = await open(`${path}.part`, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.part`, path)
      const [sent, arrived] = [bytes, await readFile(path)].map((content) => createHash('sha256').update(content).digest('hex'))
      if (sent !== arrived) throw new Error('The archive holds something else than was delivered')
      return `${name} sha256:${arrived}`
    },
  }
}

/** The list of what was erased, kept outside the database so that a restored one can be told. Beside the audit log's anchors. */
export type Ledger = { append: (lines: readonly LedgerLine[]) => Promise<void>; /** From the file of this month (`2026-11`) on; all of it without. */ read: (from?: string) => Promise<{ lines: LedgerLine[]; broken: number }> }

export function ledgerFolder(folder = env().AUDIT_ANCHOR_DIR): Ledger {
  return {
    append: async (lines) => {
      await mkdir(folder, { recursive: true })
      for (const line of lines) await appendFile(join(folder, `erased-${line.at.slice(0, 7)}.jsonl`), `${JSON.stringify({ ...line, mac: signLine(auditKey(), line) })}\n`, { flush: true })
    },
    read: async (from = '') => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => /^erased-\d{4}-\d{2}\.jsonl$/.test(name) && name.slice(7, 14) >= from).sort()
      const texts = (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).flatMap((text) => text.split('\n').filter(Boolean))
      const lines = texts.map((text) => readLine(auditKey(), text))
      return { lines: lines.filter((line) => line !== null), broken: lines.filter((line) => line === null).length }
    },
  }
}
