import 'server-only'
import { createHash } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'
import { renderReport } from '@/lib/platform/documents/report'
import { type ZipEntry, zip } from '@/lib/platform/documents/zip'
import { type Say, subjectData, subjectDocument } from './document'
import type { Part } from './rules'

type Making = { t: Say; id: string; personId: string; by: string; locale: 'da' | 'en'; now: Date; municipality: string }

/** Makes and keeps the two files: the readable one, and a bundle with the same for machines and the letters as they were sent. */
export async function makeFiles(tx: Tx, parts: readonly Part[], making: Making): Promise<{ pdfId: string; bundleId: string }> {
  const frame = { t: making.t, locale: making.locale, municipality: making.municipality, reference: making.id.slice(-8), now: making.now }
  const pdf = renderReport(subjectDocument(parts, frame))
  const letters = parts.filter((part) => part.tab === 'stored_file' && !part.struck).map((part) => part.key)
  const files = await tx.storedFile.findMany({ where: { id: { in: letters } }, select: { bytes: true, mime: true, createdAt: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  const entries: ZipEntry[] = [
    { name: `${frame.t('file')}.pdf`, bytes: pdf },
    { name: `${frame.t('file')}.json`, bytes: Buffer.from(subjectData(parts, frame)) },
    ...files.map((file, at) => ({ name: `${frame.t('letters')}/${String(at + 1).padStart(3, '0')}-${file.createdAt.toISOString().slice(0, 10)}.${file.mime === 'application/pdf' ? 'pdf' : 'txt'}`, bytes: file.bytes })),
  ]
  return { pdfId: await keep(tx, making, 'application/pdf', pdf), bundleId: await keep(tx, making, 'application/zip', zip(entries)) }
}

async function keep(tx: Tx, { personId, by }: Making, mime: string, bytes: Uint8Array): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT uuidv7()::text AS id`
  const id = row?.id ?? ''
  await tx.storedFile.createMany({ data: [{ id, personId, ownerId: by, kind: 'subject-export', mime, name: 'subject-export', sha256: createHash('sha256').update(bytes).digest('hex'), bytes: new Uint8Array(bytes) }] })
  return id
}
