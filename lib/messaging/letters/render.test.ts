import { afterAll, describe, expect, it } from 'vitest'
import { momentAt, toDay } from '@/lib/platform/day'
import { DEFAULT_TEMPLATES, templateFor } from './default-templates'
import { type Envelope, envelopeProblems } from './envelope'
import { LEFT_WINDOW } from './layout'
import { mergeLetter } from './merge'
import { readLetter } from './read-back'
import { createLetterRenderer } from './render'
import { sampleLetterData, sampleOffers } from './sample'
import type { LetterData } from './template'

const renderer = createLetterRenderer()
afterAll(() => renderer.close())

const data = sampleLetterData()
const letter = (changes: Partial<LetterData> = {}, language = 'da', id = 'yearly-letter') =>
  mergeLetter(templateFor(DEFAULT_TEMPLATES, id, language)!, sampleLetterData(changes))
const read = (changes: Partial<LetterData> = {}, language = 'da', id = 'yearly-letter') => readLetter(renderer.renderLetter(letter(changes, language, id)))
const named = (fullName: string) => ({ recipient: { ...data.recipient, fullName, firstName: fullName.split(' ')[0]! } })
const envelope = (changes: Partial<Envelope> = {}): Envelope => ({
  letterId: data.letterId,
  language: 'da',
  fullName: data.recipient.fullName,
  firstName: data.recipient.firstName,
  addressLines: data.address!.lines,
  replyCode: data.reply!.code,
  mustNotPrint: [],
  ...changes,
})

describe('a finished letter', () => {
  it.each(DEFAULT_TEMPLATES.map(({ id, language }) => [id, language]))('%s in %s is tagged, marked with its language, and one page', async (id, language) => {
    const back = await read({}, language, id)
    expect(back).toMatchObject({ lang: language, tagged: true, token: data.letterId, sheets: [data.letterId] })
    expect(back.title).toBe(templateFor(DEFAULT_TEMPLATES, id, language)!.title)
  })

  it('prints the offers, the code, the companion and the coordinator', async () => {
    const { text } = await read()
    for (const part of ['Veterancaféen', 'K7QM-2XVD-94HT', 'forvaltningslovens § 8', 'Kirsten Holm', 'Telefontid', 'Kære Søren', '1. september 2026']) expect(text).toContain(part)
    expect(text).not.toContain('Side 1')
  })

  it('has headings in order, a list, a link and a described QR code, for those who hear it', async () => {
    const { roles, alts } = await read()
    expect(roles.filter((role) => /^H\d/.test(role))).toEqual(['H1', 'H2', 'H2', 'H2', 'H2'])
    expect(roles).toEqual(expect.arrayContaining(['P', 'L', 'LI', 'Link', 'Figure']))
    expect(alts).toContainEqual(expect.stringContaining('QR-kode'))
  })

  it('is the same bytes for the same letter, also from another engine and after others', () => {
    const other = createLetterRenderer()
    const first = Buffer.from(renderer.renderLetter(letter()))
    renderer.renderLetter(letter(named('Anna Berg')))
    expect(Buffer.from(other.renderLetter(letter())).equals(first)).toBe(true)
    expect(Buffer.from(renderer.renderLetter(letter())).equals(first)).toBe(true)
    other.close()
  })

  it('keeps the person out of the document properties', () => {
    const raw = Buffer.from(renderer.renderLetter(letter())).toString('latin1')
    expect(raw.match(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/)?.[0]).not.toMatch(/Søren|S\u00c3\u00b8ren|stergrave|K7QM/)
  })

  it('runs to numbered pages with many offers and in large print', async () => {
    const long = await read({ offers: sampleOffers(60) })
    expect(long.sheets.length).toBeGreaterThan(1)
    expect(long.text).toContain(`Side 1 af ${long.sheets.length}`)
    expect(long.sheets.every((id) => id === data.letterId)).toBe(true)
    expect((await read({ largePrint: true })).text).toContain('Side 2 af 2')
  })

  it.each(['{{firstName}} #panic("x") <b>*_`@$&[]', 'Олександр Шевченко', 'Ğökçe Łęcka Nguyễn', 'Ελένη Παπαδοπούλου'])('prints %s as it stands', async (name) => {
    expect(envelopeProblems(envelope({ fullName: name, firstName: name.split(' ')[0]! }), await read(named(name)))).toEqual([])
  })

  it.each(['محمد الأحمد', 'שלום כהן', 'Sara الأحمد', 'მარიამ ბერიძე'])('prints %s in a fallback face, and finds it again', async (name) => {
    expect(envelopeProblems(envelope({ fullName: name, firstName: name.split(' ')[0]! }), await read(named(name)))).toEqual([])
  })

  it('names the characters it cannot print, instead of printing boxes', () => {
    expect(() => renderer.renderLetter(letter(named('王 Wang')))).toThrow(expect.objectContaining({ problems: [{ code: 'unprintable-text', characters: '王' }] }))
    expect(() => renderer.renderLetter(letter(named('王 Wang')))).not.toThrow('王')
  })

  it('shrinks a long address into the window, and refuses one no window holds', () => {
    const lines = ['c/o Maximiliane-Alexandrine von Holstein-Ledreborg', 'Sønder Gammelholmersværdstrædevænget 1234 B, 14. sal', '8900 Randers C', 'Danmark']
    expect(() => renderer.renderLetter(letter({ ...named('X'.repeat(120)), address: { personId: 'sample-person', lines } }))).not.toThrow()
    const flood = Array.from({ length: 7 }, () => 'y'.repeat(200))
    expect(() => renderer.renderLetter(letter({ address: { personId: 'sample-person', lines: flood } }))).toThrow('address-does-not-fit')
  })

  it('refuses a layout that prints into the window', () => {
    expect(() => createLetterRenderer({ layout: { ...LEFT_WINDOW, bodyTop: 60 } })).toThrow('body-over-window')
    expect(() => createLetterRenderer({ layout: { ...LEFT_WINDOW, window: { left: 190, top: 45, width: 80, height: 30 } } })).toThrow('window-outside-page')
  })
})

describe('a print file', () => {
  const ids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333']
  const letters = [letter({ letterId: ids[0] }), letter({ letterId: ids[1], largePrint: true }, 'en'), letter({ letterId: ids[2] })]

  it('starts each letter on a page of its own, in the order given', async () => {
    const { pdf, letters: printed } = renderer.renderPrintFile(letters, { title: 'Trykfil 1 af 1' })
    expect(printed.map(({ firstPage, pages }) => [firstPage, pages])).toEqual([[1, 1], [2, 2], [4, 1]])
    const back = await readLetter(pdf)
    expect(back).toMatchObject({ tagged: true, title: 'Trykfil 1 af 1', token: null, sheets: [ids[0], ids[1], ids[1], ids[2]] })
    expect(back.text).toContain('Page 1 of 2')
    expect(back.sheetLangs).toEqual(['da', 'en', 'en', 'da'])
  })

  it('starts each on a front side when both sides are printed', async () => {
    const { pdf, letters: printed } = renderer.renderPrintFile(letters, { title: 'Trykfil', duplex: true })
    expect(printed.map(({ firstPage, pages }) => [firstPage, pages])).toEqual([[1, 1], [3, 2], [5, 1]])
    expect((await readLetter(pdf)).sheets).toEqual([ids[0], null, ids[1], ids[1], ids[2]])
  })

  it('refuses to be empty, or to hold a protected address', () => {
    expect(() => renderer.renderPrintFile([], { title: 'x' })).toThrow('print-file-empty')
    const guarded = letter({ recipient: { ...data.recipient, addressProtected: true } })
    expect(() => renderer.renderPrintFile([letter(), guarded], { title: 'x' })).toThrow('protected-address-in-print-file')
  })
})

describe('the envelope check', () => {
  it.each([
    ['fits', {}, []],
    ['another letter', { letterId: '11111111-1111-4111-8111-111111111111' }, ['token-differs', 'sheet-of-other-letter']],
    ['another name', { fullName: 'Anna Berg', firstName: 'Anna' }, ['name-missing']],
    ['another name in Arabic', { fullName: 'محمد الأحمد', firstName: 'محمد' }, ['name-missing']],
    ['another address', { addressLines: ['Hemmelig Vej 1'] }, ['address-missing']],
    ['another code', { replyCode: 'AAAA-BBBB-CCCC' }, ['reply-code-missing']],
    ['another language', { language: 'en' }, ['language-differs']],
    ['an address that must not be read', { mustNotPrint: ['Østergrave 14'] }, ['forbidden-text']],
  ])('%s', async (_, changes, codes) => {
    expect(envelopeProblems(envelope(changes), await read()).map(({ code }) => code)).toEqual(codes)
  })

  it('finds a booked talk where it stands', async () => {
    const talk = { startsAt: momentAt(toDay('2026-09-15'), 10, 30), endsAt: momentAt(toDay('2026-09-15'), 11, 15), place: 'Lokale 2.14' }
    expect((await read({ talk })).text).toContain('Lokale 2.14')
  })
})
