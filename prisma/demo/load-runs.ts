import { dayToDb, momentAt } from '@/lib/platform/day'
import { DEFAULT_TEMPLATES } from '@/lib/messaging/letters/default-templates'
import type { Prisma, PrismaClient } from '../generated/client'
import type { DemoMember, DemoRun } from './history/runs'
import { letterContent } from './letter-content'
import type { TemplateVersions } from './load-history'
import type { DemoStaff as Staff } from './users'

const TEMPLATE_NAMES: Record<string, { nameDa: string; nameEn: string }> = {
  'yearly-letter': { nameDa: 'Årligt brev', nameEn: 'Yearly letter' },
  'first-letter': { nameDa: 'Første brev', nameEn: 'First letter' },
  'flag-day': { nameDa: 'Invitation til flagdagen', nameEn: 'Invitation to the flag day' },
}

export type LoadedTemplates = { ids: Record<string, string>; versions: TemplateVersions }

/** The letters a new installation starts with, written by one and approved by another. */
export async function loadTemplates(db: PrismaClient, staff: Staff, approvedAt: Date): Promise<LoadedTemplates> {
  const ids: Record<string, string> = {}
  for (const code of new Set(DEFAULT_TEMPLATES.map((template) => template.id))) {
    const names = TEMPLATE_NAMES[code] ?? { nameDa: code, nameEn: code }
    ids[code] = (await db.letterTemplate.create({ data: { code, ...names } })).id
  }
  const rows = await db.letterTemplateVersion.createManyAndReturn({
    data: DEFAULT_TEMPLATES.map((template) => ({
      templateId: ids[template.id]!, version: template.version, language: template.language, title: template.title, blocks: template.blocks as unknown as Prisma.InputJsonValue,
      declaredFields: [...template.fields], status: 'APPROVED' as const, createdBy: staff.coordinator, createdAt: approvedAt, approvedBy: staff.colleague, approvedAt,
    })),
    select: { id: true, templateId: true, language: true },
  })
  const codeOf = new Map(Object.entries(ids).map(([code, id]) => [id, code]))
  return { ids, versions: Object.fromEntries(rows.map((row) => [`${codeOf.get(row.templateId)} ${row.language}`, row.id])) }
}

/** Closed runs with everyone they looked at. Made by the coordinator, released by the colleague: never by the same person. */
export async function loadRuns(db: PrismaClient, runs: readonly DemoRun[], staff: Staff, templates: LoadedTemplates): Promise<void> {
  await db.run.createMany({ data: runs.map((run) => runRow(run, staff, templates)) })
  await db.runText.createMany({ data: runs.flatMap((run) => textRows(run, templates)) })
  await db.runMember.createMany({ data: runs.flatMap((run) => run.members.map((member) => memberRow(run, member))) })
}

function runRow(run: DemoRun, staff: Staff, templates: LoadedTemplates): Prisma.RunCreateManyInput {
  const { frame } = run
  const released = momentAt(run.sentOn, 8, 40)
  return {
    id: run.id, name: run.name, templateId: templates.ids['yearly-letter']!, firstTemplateId: templates.ids['first-letter'], state: 'CLOSED',
    dueThrough: dayToDb(frame.dueThrough), letterDate: dayToDb(frame.letterDate), frozenAt: momentAt(frame.frozenOn, 9, 12), frozenOn: dayToDb(frame.frozenOn),
    previousFrozenOn: frame.previousFrozenOn ? dayToDb(frame.previousFrozenOn) : null, population: run.members.length, content: letterContent() as unknown as Prisma.InputJsonValue, createdBy: staff.coordinator,
    reviewedBy: staff.coordinator, reviewedAt: momentAt(run.sentOn, 8, 5), releasedBy: staff.colleague, releasedAt: released, sendAfter: new Date(released.getTime() + 600_000),
    sentAt: momentAt(run.sentOn, 9, 55), closedBy: staff.coordinator, closedAt: momentAt(run.closedOn, 14, 30),
  }
}

function textRows(run: DemoRun, templates: LoadedTemplates): Prisma.RunTextCreateManyInput[] {
  const languages = ['da', 'en']
  const row = (kind: string, code: string) => languages.map((language) => ({ runId: run.id, kind, language, versionId: templates.versions[`${code} ${language}`]! }))
  return [...row('yearly', 'yearly-letter'), ...row('first', 'first-letter')]
}

function memberRow(run: DemoRun, member: DemoMember): Prisma.RunMemberCreateManyInput {
  const { personId, scope, group, reason, channel } = member
  return { runId: run.id, personId, scope, group, reason, channel, dueOn: member.dueOn ? dayToDb(member.dueOn) : null, changedAt: momentAt(member.changedOn, 10) }
}
