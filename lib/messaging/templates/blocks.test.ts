import { describe, expect, it } from 'vitest'
import { DEFAULT_TEMPLATES } from '../letters/default-templates'
import { BLOCK_FIELDS, blocksOf, fieldOf, rearranged } from './blocks'

const values = (blocks: (typeof DEFAULT_TEMPLATES)[number]['blocks']) =>
  Object.fromEntries([['count', String(blocks.length)], ...blocks.flatMap((block, index) => [[`b${index}.kind`, block.kind], ...BLOCK_FIELDS[block.kind].map((field) => [`b${index}.${field}`, fieldOf(block, field)])])])

describe('a template as a form', () => {
  it.each(DEFAULT_TEMPLATES.map((template) => [`${template.id} ${template.language}`, template] as const))('%s comes back as it was', (_name, template) => {
    expect(blocksOf(values(template.blocks))).toEqual(template.blocks)
  })

  it('drops a block of a kind that does not exist and reads no more than there may be', () => {
    expect(blocksOf({ count: '2', 'b0.kind': 'script', 'b1.kind': 'heading', 'b1.text': ' Hej ' })).toEqual([{ kind: 'heading', text: 'Hej' }])
    expect(blocksOf({ count: '1e9' })).toEqual([])
  })

  it('is put in another order by its buttons', () => {
    const [a, b, c] = [{ kind: 'heading', text: 'a' }, { kind: 'heading', text: 'b' }, { kind: 'heading', text: 'c' }] as const
    expect(rearranged([a, b, c], 'up:2')).toEqual([a, c, b])
    expect(rearranged([a, b, c], 'down:0')).toEqual([b, a, c])
    expect(rearranged([a, b, c], 'up:0')).toEqual([a, b, c])
    expect(rearranged([a, b, c], 'remove:1')).toEqual([a, c])
    expect(rearranged([a], 'add:paragraph')).toEqual([a, { kind: 'paragraph', text: '' }])
    expect(rearranged([a, b], 'remove:9')).toEqual([a, b])
  })
})
