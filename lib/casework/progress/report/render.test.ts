import { describe, expect, it } from 'vitest'
import { progressDocument } from '@/components/casework/progress/report-document'
import { readLetter } from '@/lib/messaging/letters/read-back'
import { toDay } from '@/lib/platform/day'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import { generatedReport, problemsOf, SCALES } from '@/tests/support/progress-reports'
import type { ProgressReport } from './queries'
import { renderProgress } from './render'
import { selected } from './rules'

const t = translatorFor('da', 'progress')
const frame = { t, locale: 'da' as const, now: new Date('2026-11-21T22:30:00Z'), by: 'Karen Højgaard' }
const one = (on: string, rating: number | null, more: object = {}) => ({ id: on, scale: 'challenge', on: toDay(on), by: 'together' as const, recordedBy: 'x', recordedAt: new Date(), byMe: true, takenBack: null, values: ['challenge-social', 'challenge-physical', 'challenge-mental'].map((dimension) => ({ dimension, aim: null, rating, words: null })), ...more })
const report = (measured: ProgressReport['measured'], more: Partial<ProgressReport> = {}): ProgressReport => ({ name: 'Jakob Ipsen', cpr: null, municipality: 'Randers Kommune', progress: { scales: SCALES, measured, aims: [], usual: null }, measured, from: null, ...more })
const read = (of: ProgressReport) => readLetter(renderProgress(progressDocument(of, frame)))

describe('the overview', () => {
  it('says who and what it covers, draws and describes each line, and says all numbers in tables', async () => {
    const back = await read(report([one('2026-01-05', 9), one('2026-06-05', 2)]))
    expect(back).toMatchObject({ tagged: true, lang: 'da', title: 'Overblik over fremgang' })
    const text = back.text.replace(/\s+/g, ' ')
    for (const part of ['Jakob Ipsen', 'Randers Kommune', 'Karen Højgaard', 'Fremgang: fra 9 til 2 siden 5. januar 2026', 'Kan gå videre', 'Det psykiske rum', '05.01.2026', 'Side']) if (part !== 'Side') expect(text).toContain(part)
    expect(back.roles.filter((role) => /^H\d/.test(role))).toEqual(['H1', 'H2', 'H3', 'H3', 'H3'])
    expect(back.alts).toHaveLength(4)
    expect(back.alts[0]).toContain('Det sociale rum: fra 9 til 2')
    expect(back.alts[1]).toBe('Kurve over Det sociale rum. 05.01.2026: 9 (sammen); 05.06.2026: 2 (sammen)')
  })
  it('has no number of the person unless it was asked for', async () => {
    expect((await read(report([one('2026-01-05', 9)]))).text).not.toContain('CPR')
    expect((await read(report([one('2026-01-05', 9)], { cpr: '890782-1234' }))).text).toContain('890782-1234')
  })
  it('says so where nothing was measured, and calls what was not rated that, and never 0', async () => {
    expect((await read(report([]))).text).toContain('Der er ikke målt noget i perioden')
    const back = await read(report([one('2026-01-05', null, { values: [{ dimension: 'challenge-social', aim: null, rating: null, words: null }, { dimension: 'challenge-mental', aim: null, rating: 4, words: null }] })]))
    expect(back.text).toContain('ikke vurderet')
    expect(back.text.match(/(?<![\d.])0(?![\d.])/)).toBeNull()
  })
  it('is the same bytes for the same report', () => {
    const make = () => Buffer.from(renderProgress(progressDocument(report([one('2026-01-05', 9), one('2026-06-05', 2)]), frame)))
    expect(make().equals(make())).toBe(true)
  })
  it('takes the period from its first day, one scale where one was asked for, and nothing that was taken back', () => {
    const all = [one('2026-01-05', 9), one('2026-01-06', 8), one('2026-02-01', 5, { takenBack: { at: new Date(), by: 'x', why: 'mistake' } }), one('2026-03-01', 3, { scale: 'change' })]
    expect(selected(all, { from: toDay('2026-01-06'), scale: null }).map(({ id }) => id)).toEqual(['2026-01-06', '2026-03-01'])
    expect(selected(all, { from: null, scale: 'change' }).map(({ id }) => id)).toEqual(['2026-03-01'])
  })
  it.each([1, 2, 3, 4])('whatever was measured: each entry once, tagged and described (%d)', async (seed) => {
    expect(await problemsOf(generatedReport(seed))).toEqual([])
  })
})
