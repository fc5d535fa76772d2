import { describe, expect, it } from 'vitest'
import { DEFAULT_TEMPLATES, templateFor } from './default-templates'
import { checkTemplate, declaredFields, isSecureLink, letterProblems, withDeclarations } from './rules'
import { sampleLetterData } from './sample'
import { letterDataSchema, letterTemplateSchema, senderSchema } from './schema'
import type { Block } from './template'

const yearly = templateFor(DEFAULT_TEMPLATES, 'yearly-letter', 'da')!
const withBlocks = (...blocks: Block[]) => withDeclarations({ ...yearly, blocks })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const data = sampleLetterData()

describe('what a template declares', () => {
  it('is derived from its words and its kinds of block, each once', () => {
    expect(declaredFields([paragraph('Kære {{ firstName }} {{firstName}}, {{year}}'), { kind: 'signature', greeting: 'Hilsen' }])).toEqual([
      'firstName', 'year', 'municipality', 'unit', 'coordinatorName', 'coordinatorTitle',
    ])
  })

  it('marks a template that prints an address', () => {
    expect(withBlocks(paragraph('Du bor på {{address}}')).printsAddress).toBe(true)
    expect(yearly.printsAddress).toBe(false)
  })

  it('is checked: a field left out, one too many, a wrong mark', () => {
    const honest = withBlocks(paragraph('Kære {{firstName}}, {{address}}'))
    expect(checkTemplate(honest)).toEqual([])
    expect(checkTemplate({ ...honest, fields: ['address', 'year'] })).toEqual([{ code: 'fields-differ', missing: ['firstName'], surplus: ['year'] }])
    expect(checkTemplate({ ...honest, printsAddress: false })).toEqual([{ code: 'address-mark-differs', printsAddress: true }])
  })

  it('an unknown field is named with its block and the allowed ones', () => {
    const result = letterTemplateSchema.safeParse(withBlocks(paragraph('Hej'), paragraph('Kære {{fistName}}')))
    expect(result.error?.issues).toMatchObject([{ message: 'unknown-field', path: ['blocks', 1], params: { field: 'fistName', allowed: expect.arrayContaining(['firstName']) } }])
    expect(checkTemplate(withBlocks({ kind: 'list', items: ['{{constructor}}'] }))).toMatchObject([{ code: 'unknown-field', field: 'constructor' }])
  })

  it('nothing personal in the title, no talk where none is booked', () => {
    expect(checkTemplate(withDeclarations({ ...yearly, title: 'Til {{firstName}}' }))).toMatchObject([{ code: 'personal-field-in-title', field: 'firstName' }])
    expect(checkTemplate(withDeclarations({ ...yearly, title: 'Brev {{year}} {{x}}' }))).toMatchObject([{ code: 'unknown-field', block: 'title' }])
    expect(checkTemplate(withDeclarations({ ...yearly, blocks: yearly.blocks.filter(({ kind }) => kind !== 'companion') }))).toEqual([{ code: 'companion-missing' }])
    const invitation = { ...(yearly.blocks.find((block) => block.kind === 'invitation')!), open: 'Vi ses {{talkDate}}' } as Block
    expect(checkTemplate(withBlocks(invitation))).toMatchObject([{ code: 'talk-field-without-talk', field: 'talkDate', block: 0 }, { code: 'companion-missing' }])
  })
})

describe('the default letters', () => {
  it.each(DEFAULT_TEMPLATES.map((template) => [`${template.id} ${template.language}`, template] as const))('%s passes its own check', (_, template) => {
    expect(letterTemplateSchema.safeParse(template).error?.issues).toBeUndefined()
    expect(JSON.stringify(template.blocks)).not.toMatch(/PTSD|sårbar|vulnerab|traum|psyk|psych/i)
    expect(template.blocks.some((block) => block.kind === 'reply')).toBe(true)
  })

  it('the yearly and first letters name the companion and the offers in both languages', () => {
    for (const template of DEFAULT_TEMPLATES.filter(({ id }) => id !== 'flag-day')) {
      expect(template.blocks.map((block) => block.kind)).toEqual(expect.arrayContaining(['offers', 'invitation', 'companion', 'signature']))
    }
  })

  it('the newest version in the wished language, else Danish', () => {
    const next = { ...yearly, version: 2 }
    expect(templateFor([yearly, next], 'yearly-letter', 'da')).toBe(next)
    expect(templateFor(DEFAULT_TEMPLATES, 'yearly-letter', 'ar')).toBe(yearly)
    expect(templateFor(DEFAULT_TEMPLATES, 'nothing', 'da')).toBeUndefined()
  })
})

describe('what may not become a letter', () => {
  it.each([
    ['no address on paper', { address: null }, ['missing-address']],
    ['blank address on paper', { address: { personId: 'sample-person', lines: ['  '] } }, ['missing-address']],
    ['somebody else’s address', { address: { personId: 'other', lines: ['Vej 1'] } }, ['address-of-other-person']],
    ['somebody else’s address in Digital Post', { channel: 'digital', address: { personId: 'other', lines: ['Vej 1'] } }, ['address-of-other-person']],
    ['no reply code', { reply: null }, ['missing-reply']],
    ['http reply link', { reply: { link: 'http://eksempel.example/x', code: 'X' } }, ['link-not-secure']],
    ['Digital Post without address', { channel: 'digital', address: null }, []],
  ] as const)('%s', (_, changes, codes) => {
    expect(letterProblems(yearly, sampleLetterData(changes as object)).map(({ code }) => code)).toEqual(codes)
  })

  it('a link is https, or to this machine', () => {
    expect(['https://a.example/x', 'http://localhost:3000/x', 'http://127.0.0.1/x'].every(isSecureLink)).toBe(true)
    expect(['http://a.example', 'ftp://a.example', 'javascript:alert(1)', '/svar', 'http://localhost.evil.example'].some(isSecureLink)).toBe(false)
  })
})

describe('bounds of the data', () => {
  const issues = (changes: object) => letterDataSchema.safeParse(sampleLetterData(changes)).error?.issues.map(({ message, path }) => `${message} ${path.join('.')}`)

  it.each([
    ['the sample', {}, undefined],
    ['long name', { recipient: { ...data.recipient, fullName: 'x'.repeat(201) } }, ['too-long recipient.fullName']],
    ['61 offers', { offers: Array.from({ length: 61 }, () => data.offers[0]) }, ['too-many offers']],
    ['29 February in a common year', { date: '2027-02-29' }, ['bad-day date']],
    ['a file name for an id', { letterId: '../../etc/passwd' }, ['bad-id letterId']],
    ['talk backwards', { talk: { ...data.event!, endsAt: data.event!.startsAt } }, ['ends-before-start talk.endsAt']],
  ])('%s', (_, changes, expected) => {
    expect(issues(changes)).toEqual(expected)
  })

  it('a colour too light to read is refused', () => {
    expect(senderSchema.safeParse({ ...data.sender, colour: '#ffcc00' }).error?.issues[0]?.message).toBe('colour-contrast')
    expect(senderSchema.safeParse({ ...data.sender, colour: '#767676' }).success).toBe(true)
    expect(senderSchema.safeParse({ ...data.sender, colour: '#777777' }).success).toBe(false)
    expect(senderSchema.safeParse({ ...data.sender, colour: 'red' }).error?.issues.map(({ message }) => message)).toEqual(['bad-colour'])
  })
})
