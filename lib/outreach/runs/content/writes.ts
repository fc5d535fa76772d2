import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/db'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { LetterOffer } from '@/lib/messaging/letters/template'
import { type RunContent, type RunText, templateOf, type TextKind } from './content'

export type RunHead = { id: string; templateId: string; firstTemplateId: string | null; createdBy: string; eventId: string | null; letterDate: Day; content: unknown }

/** What the letters of the run say: as pinned, or as it is now while the run is still being prepared. */
export async function contentOf(tx: Tx, run: RunHead): Promise<{ content: RunContent; texts: RunText[] }> {
  if (run.content) return { content: run.content as RunContent, texts: await pinnedTexts(tx, run.id) }
  return { content: await currentContent(tx, run), texts: await currentTexts(tx, run) }
}

/** From here on a changed template, offer or phone number changes nothing in this run: what was reviewed is what is sent. */
export async function pinContent(tx: Tx, run: RunHead): Promise<{ content: RunContent; texts: RunText[] }> {
  const content = await currentContent(tx, run)
  const texts = await currentTexts(tx, run)
  await tx.run.updateMany({ where: { id: run.id }, data: { content: content as unknown as Prisma.InputJsonValue } })
  await tx.runText.deleteMany({ where: { runId: run.id } })
  await tx.runText.createMany({ data: texts.map(({ kind, language, versionId }) => ({ runId: run.id, kind, language, versionId })) })
  return { content, texts }
}

/** Who sends is no part of the text: a wrong sender that had letters refused is put right without a new review. */
export async function refreshSender(tx: Tx, runId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE run SET content = content || jsonb_build_object('cvr', m.cvr, 'senderLabel', m.sender_label) FROM municipality m WHERE run.id = ${runId}::uuid AND run.content IS NOT NULL`
}

export async function unpinContent(tx: Tx, runId: string): Promise<void> {
  await tx.run.updateMany({ where: { id: runId }, data: { content: Prisma.DbNull } })
  await tx.runText.deleteMany({ where: { runId } })
}

const versionFields = { id: true, version: true, language: true, title: true, blocks: true, declaredFields: true, template: { select: { code: true } } } as const

async function pinnedTexts(tx: Tx, runId: string): Promise<RunText[]> {
  const rows = await tx.runText.findMany({ where: { runId }, select: { kind: true, version: { select: versionFields } } })
  return rows.map(({ kind, version }) => ({ kind: kind as TextKind, language: version.language, versionId: version.id, template: templateOf(version) }))
}

/** The newest approved version of each template and language. */
async function currentTexts(tx: Tx, run: RunHead): Promise<RunText[]> {
  const templates = [run.templateId, ...(run.firstTemplateId ? [run.firstTemplateId] : [])]
  const rows = await tx.letterTemplateVersion.findMany({
    where: { templateId: { in: templates }, status: 'APPROVED' },
    orderBy: { version: 'desc' },
    select: { ...versionFields, templateId: true },
  })
  const newest = rows.filter((row, index) => rows.findIndex((other) => other.templateId === row.templateId && other.language === row.language) === index)
  const text = (kind: TextKind) => (row: (typeof rows)[number]): RunText => ({ kind, language: row.language, versionId: row.id, template: templateOf(row) })
  const of = (templateId: string | null, kind: TextKind) => newest.filter((row) => row.templateId === templateId).map(text(kind))
  return [...of(run.templateId, 'yearly'), ...of(run.firstTemplateId, 'first')]
}

async function currentContent(tx: Tx, run: RunHead): Promise<RunContent> {
  const municipality = await tx.municipality.findFirstOrThrow()
  const user = await tx.user.findUniqueOrThrow({
    where: { id: run.createdBy },
    select: { name: true, title: true, phone: true, unit: { select: { nameDa: true, phone: true, email: true } } },
  })
  const [sender] = await tx.$queryRaw<{ email: string | null }[]>`SELECT access.letter_email(${run.createdBy}::uuid) AS email`
  const event = run.eventId ? await tx.yearEvent.findUnique({ where: { id: run.eventId }, select: { startsAt: true, endsAt: true, place: true } }) : null
  return {
    sender: {
      municipality: municipality.name,
      unit: user.unit?.nameDa ?? municipality.name,
      lines: municipality.addressLines,
      phone: user.unit?.phone ?? municipality.phone,
      email: user.unit?.email ?? municipality.email,
      website: municipality.website,
      colour: municipality.accent,
    },
    cvr: municipality.cvr,
    senderLabel: municipality.senderLabel,
    coordinator: { name: user.name, title: user.title ?? '', phone: user.phone ?? municipality.phone, email: sender?.email ?? municipality.email },
    offers: await offersOn(tx, run.letterDate),
    event: event && { startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString(), place: event.place },
  }
}

/** The offers that are published on the day the letter is dated, in the order the municipality has put them. */
async function offersOn(tx: Tx, day: Day): Promise<RunContent['offers']> {
  const on = dayToDb(day)
  const rows = await tx.offer.findMany({
    where: { inLetter: true, publishedFrom: { lte: on }, OR: [{ publishedTo: null }, { publishedTo: { gte: on } }] },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    take: 60,
    select: { titleDa: true, titleEn: true, summaryDa: true, summaryEn: true, contact: true, partner: { select: { name: true } } },
  })
  const offer = (name: string, description: string, row: (typeof rows)[number]): LetterOffer => ({ name, provider: row.partner?.name ?? '', description, ...(row.contact ? { contact: row.contact } : {}) })
  return { da: rows.map((row) => offer(row.titleDa, row.summaryDa, row)), en: rows.map((row) => offer(row.titleEn, row.summaryEn, row)) }
}
