import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { DEFAULT_TEMPLATES } from '../letters/default-templates'
import { mergeLetter } from '../letters/merge'
import { createLetterRenderer } from '../letters/render'
import { declaredFields, LetterRefused, printsAddress } from '../letters/rules'
import { sampleLetterData } from '../letters/sample'
import type { Block, LetterTemplate } from '../letters/template'
import { fingerprint } from './fingerprint'

export type VersionLine = { id: string; version: number; language: string; title: string; status: 'DRAFT' | 'APPROVED' | 'RETIRED'; author: string | null; approver: string | null; approvedAt: Date | null }
export type TemplateLine = { id: string; code: string; nameDa: string; nameEn: string; versions: VersionLine[] }

/** Every letter with all its versions, newest first. One statement. */
export async function templateList(actor: Actor): Promise<TemplateLine[]> {
  return readAs(actor, 'template.read', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<TemplateLine[]>`
      SELECT t.id, t.code, t.name_da AS "nameDa", t.name_en AS "nameEn", coalesce(json_agg(json_build_object('id', v.id, 'version', v.version, 'language', v.language, 'title', v.title,
        'status', v.status, 'author', a.name, 'approver', b.name, 'approvedAt', v.approved_at) ORDER BY v.language, v.version DESC) FILTER (WHERE v.id IS NOT NULL), '[]') AS versions
      FROM letter_template t LEFT JOIN letter_template_version v ON v.template_id = t.id LEFT JOIN app_user a ON a.id = v.created_by LEFT JOIN app_user b ON b.id = v.approved_by
      GROUP BY t.id ORDER BY t.code DESC`
    shown({ action: 'template.list' })
    return rows.map((row) => ({ ...row, versions: row.versions.map((version) => ({ ...version, approvedAt: version.approvedAt && new Date(version.approvedAt) })) }))
  })
}

export type VersionDetails = { id: string; templateId: string; code: string; nameDa: string; nameEn: string; version: number; language: string; title: string; blocks: Block[]; status: VersionLine['status']; createdBy: string | null; author: string | null; approver: string | null; approvedAt: Date | null; seen: string }

export async function templateVersion(actor: Actor, versionId: string): Promise<VersionDetails | null> {
  return readAs(actor, 'template.read', async ({ tx, shown }) => {
    const [row] = await tx.$queryRaw<Omit<VersionDetails, 'seen'>[]>`
      SELECT v.id, v.template_id AS "templateId", t.code, t.name_da AS "nameDa", t.name_en AS "nameEn", v.version, v.language, v.title, v.blocks, v.status::text, v.created_by AS "createdBy",
        a.name AS author, b.name AS approver, v.approved_at AS "approvedAt"
      FROM letter_template_version v JOIN letter_template t ON t.id = v.template_id LEFT JOIN app_user a ON a.id = v.created_by LEFT JOIN app_user b ON b.id = v.approved_by
      WHERE v.id = ${versionId}::uuid`
    if (!row) return null
    shown({ action: 'template.viewed', details: { versionId } })
    return { ...row, seen: fingerprint(row.title, row.blocks) }
  })
}

/** The letter with a made-up person's data, as the very document; or the code of why it cannot be made. */
export async function templatePreview(actor: Actor, versionId: string): Promise<{ pdf: Uint8Array } | { problem: string } | null> {
  const version = await templateVersion(actor, versionId)
  if (!version) return null
  const { labels } = DEFAULT_TEMPLATES.find((template) => template.language === version.language) ?? DEFAULT_TEMPLATES[0]!
  const fields = declaredFields(version.blocks, version.title)
  const template: LetterTemplate = { id: version.code, version: version.version, language: version.language, title: version.title, blocks: version.blocks, labels, fields, printsAddress: printsAddress(fields) }
  const renderer = createLetterRenderer()
  try {
    return { pdf: renderer.renderLetter(mergeLetter(template, sampleLetterData())) }
  } catch (error) {
    if (error instanceof LetterRefused) return { problem: error.problems[0]?.code ?? 'render-failed' }
    throw error
  } finally {
    renderer.close()
  }
}
