import { describe, expect, it } from 'vitest'
import { BLOCK_FIELDS, fieldOf } from '@/lib/messaging/templates/blocks'
import { approveDraft, discardDraft, saveDraft, startDraft } from '@/lib/messaging/templates/actions'
import { templateList, templatePreview, templateVersion } from '@/lib/messaging/templates/queries'
import { readLetter } from '@/lib/messaging/letters/read-back'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { letterGround } from '../../support/letter-run'

type Version = NonNullable<Awaited<ReturnType<typeof templateVersion>>>
const form = (version: Version, change: Record<string, string> = {}) => ({
  versionId: version.id, seen: version.seen, title: version.title, count: String(version.blocks.length), do: 'save',
  ...Object.fromEntries(version.blocks.flatMap((block, index) => [[`b${index}.kind`, block.kind], ...BLOCK_FIELDS[block.kind].map((field) => [`b${index}.${field}`, fieldOf(block, field)])])),
  ...change,
})

async function draft() {
  await letterGround(owner())
  const [author, colleague] = [await staff('VETERAN_COORDINATOR'), await staff('ADMINISTRATOR')]
  const approved = await owner().letterTemplateVersion.findFirstOrThrow({ where: { template: { code: 'yearly-letter' }, language: 'da', status: 'APPROVED' } })
  const { redirectedTo } = await as(author, () => submit(startDraft, { versionId: approved.id }))
  const id = redirectedTo?.split('/').at(-1) ?? ''
  const read = async () => (await templateVersion(author, id)) as Version
  return { author, colleague, approved, id, read }
}

describe('a letter’s text', () => {
  it('is changed as a new version, approved by somebody else, and seen as a letter', async () => {
    const { author, colleague, approved, id, read } = await draft()
    const saved = await as(author, async () => submit(saveDraft, form(await read(), { title: 'Nyt fra kommunen' })))
    expect(saved.redirectedTo).toContain(id)
    expect((await as(author, () => submit(approveDraft, { versionId: id }))).state?.message).toMatch(/En anden/)
    await as(colleague, () => submit(approveDraft, { versionId: id }))
    const states = await owner().letterTemplateVersion.findMany({ where: { id: { in: [approved.id, id] } }, orderBy: { version: 'asc' }, select: { status: true } })
    expect(states).toEqual([{ status: 'RETIRED' }, { status: 'APPROVED' }])
    const preview = await templatePreview(author, id)
    expect((await readLetter((preview as { pdf: Uint8Array }).pdf)).text).toContain('Nyt fra kommunen')
    await expect(owner().letterTemplateVersion.update({ where: { id }, data: { title: 'Bagefter' } })).rejects.toThrow()
  })

  it('that prints a field there is none of is refused beside the part it stands in, with what was typed', async () => {
    const { author, id, read } = await draft()
    const { state } = await as(author, async () => submit(saveDraft, form(await read(), { 'b1.text': 'Hej {{fornavn}}' })))
    expect(state?.fields?.['b1.text']?.[0]).toMatch(/felt, der ikke findes/)
    expect(state?.values['b1.text']).toBe('Hej {{fornavn}}')
    await as(author, () => submit(discardDraft, { versionId: id }))
  })

  it('saved by two at once is kept for the first and told to the second', async () => {
    const { author, colleague, id, read } = await draft()
    const both = await read()
    await as(author, () => submit(saveDraft, form(both, { title: 'Den første' })))
    const second = await as(colleague, () => submit(saveDraft, form(both, { title: 'Den anden' })))
    expect(second.state?.message).toMatch(/kollega/)
    expect([(await read()).title, second.state?.values.title]).toEqual(['Den første', 'Den anden'])
    await as(author, () => submit(discardDraft, { versionId: id }))
  })

  it('keeps what was typed when a part is moved, added or removed', async () => {
    const { author, id, read } = await draft()
    const before = await read()
    await as(author, () => submit(saveDraft, form(before, { do: 'remove:0', title: '' })))
    const after = await read()
    expect([after.blocks.length, after.title]).toEqual([before.blocks.length - 1, ''])
    await as(author, () => submit(discardDraft, { versionId: id }))
    expect(await templateVersion(author, id)).toBeNull()
  })

  it('is listed with its versions to those who may read it', async () => {
    const { author } = await draft()
    const list = await templateList(author)
    expect(list.find((template) => template.code === 'yearly-letter')?.versions.some((version) => version.status === 'APPROVED')).toBe(true)
    await expect(templateList(await staff('VOLUNTEER'))).rejects.toThrow()
  })
})
