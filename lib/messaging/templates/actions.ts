'use server'

import { randomUUID } from 'node:crypto'
import { Refused, staffAction } from '@/lib/access/action'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { declaredFields } from '../letters/rules'
import type { Block } from '../letters/template'
import { fingerprint } from './fingerprint'
import { draftInput, textProblems, versionInput } from './schema'

const versionPage = (id: string) => `/outreach/templates/${id}`

/** A draft to write in: the one there is, or a copy of this version. */
export const startDraft = staffAction({
  name: 'startDraft',
  may: 'template.edit',
  schema: versionInput,
  async run({ actor, tx, audit }, { versionId }) {
    const source = await tx.letterTemplateVersion.findUnique({ where: { id: versionId } })
    if (!source) throw new Refused('templates.error.unknown')
    const { templateId, language } = source
    const draft = await tx.letterTemplateVersion.findFirst({ where: { templateId, language, status: 'DRAFT' }, select: { id: true } })
    const id = draft?.id ?? randomUUID()
    if (!draft) {
      const newest = await tx.letterTemplateVersion.aggregate({ where: { templateId, language }, _max: { version: true } })
      const { title, declaredFields: fields } = source
      await tx.letterTemplateVersion.createMany({ data: [{ id, templateId, language, version: (newest._max.version ?? 0) + 1, title, blocks: source.blocks ?? [], declaredFields: fields, createdBy: actor.userId }] })
    }
    await audit({ action: 'template.draft-opened', details: { versionId: id } })
    return { redirectTo: versionPage(id) }
  },
})

/** Keeps what was typed. A pressed arrow or cross saves too, so that nothing typed is lost over it. */
export const saveDraft = staffAction({
  name: 'saveDraft',
  may: 'template.edit',
  schema: draftInput,
  async run({ actor, tx, audit }, { versionId, seen, title, blocks }) {
    const draft = await openDraft(tx, versionId)
    if (fingerprint(draft.title, draft.blocks) !== seen) throw new Refused('templates.error.changed')
    // Who wrote in it last is its author: approving one's own words by having a colleague open the draft would be no second pair of eyes.
    await tx.letterTemplateVersion.updateMany({ where: { id: versionId, status: 'DRAFT' }, data: { title, blocks: blocks as object[], declaredFields: declaredFields(blocks, title), createdBy: actor.userId } })
    await audit({ action: 'template.draft-saved', details: { versionId } })
    return { redirectTo: versionPage(versionId) }
  },
})

/** The second pair of eyes. The version before it goes out of use; runs that are pinned to it keep it. */
export const approveDraft = staffAction({
  name: 'approveDraft',
  may: 'template.edit',
  schema: versionInput,
  async run({ actor, tx, audit }, { versionId }) {
    const draft = await openDraft(tx, versionId)
    if (draft.createdBy === actor.userId) throw new Refused('templates.error.ownText')
    if (textProblems(draft.title, draft.blocks as unknown as Block[]).length > 0) throw new Refused('templates.error.unfinished')
    await tx.letterTemplateVersion.updateMany({ where: { templateId: draft.templateId, language: draft.language, status: 'APPROVED' }, data: { status: 'RETIRED' } })
    await tx.letterTemplateVersion.updateMany({ where: { id: versionId, status: 'DRAFT' }, data: { status: 'APPROVED', approvedBy: actor.userId, approvedAt: now() } })
    await audit({ action: 'template.approved', details: { versionId } })
    return { redirectTo: versionPage(versionId) }
  },
})

export const discardDraft = staffAction({
  name: 'discardDraft',
  may: 'template.edit',
  schema: versionInput,
  async run({ tx, audit }, { versionId }) {
    await openDraft(tx, versionId)
    await tx.letterTemplateVersion.deleteMany({ where: { id: versionId, status: 'DRAFT' } })
    await audit({ action: 'template.draft-discarded', details: { versionId } })
    return { redirectTo: '/outreach/templates' }
  },
})

async function openDraft(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 AS locked FROM letter_template_version WHERE id = ${id}::uuid FOR UPDATE`
  const draft = await tx.letterTemplateVersion.findUnique({ where: { id } })
  if (!draft || draft.status !== 'DRAFT') throw new Refused('templates.error.noDraft')
  return draft
}
