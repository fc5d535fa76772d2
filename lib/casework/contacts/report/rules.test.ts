import { describe, expect, it } from 'vitest'
import { TOPICS } from '@/tests/support/contact-reports'
import { toDay } from '@/lib/platform/day'
import { lastThreeMonths, momentsOf, REPORT_MOST, type ReportContact, underTopics } from './rules'
import { readReportInput, readReportView, viewQuery } from './schema'

const today = toDay('2026-11-21')
const topic = (code: string) => TOPICS.find((one) => one.code === code)!
const one = (id: string, at: string, ...codes: string[]): ReportContact => ({ id, outcome: 'reached', channel: 'phone', kind: null, at: new Date(at), minutes: null, travelMinutes: null, travelKm: null, agreed: null, nextStep: null, nextOn: null, companion: false, interpreter: false, by: 'x', notes: codes.map((code) => ({ topic: topic(code), text: code })), additions: [] })
const placed = (contacts: ReportContact[], topics: string[] = []) => underTopics(contacts, TOPICS, topics).map(({ topic: heading, contacts: under }) => [heading?.code ?? null, under.map(({ id }) => id)])

describe('under its topic', () => {
  it('stands every entry once: the first particular one, in the municipality’s order, and in the order of time', () => {
    expect(placed([one('late', '2026-05-03', 'general', 'work', 'health'), one('none', '2026-05-01'), one('talk', '2026-05-02', 'general'), one('early', '2026-05-01', 'work'), one('ill', '2026-05-04', 'health')])).toEqual([['general', ['talk']], ['work', ['early', 'late']], ['health', ['ill']], [null, ['none']]])
  })
  it('brings nothing along that was said about what was not chosen', () => {
    const [section] = underTopics([one('a', '2026-05-01', 'general', 'work', 'health')], TOPICS, ['health'])
    expect([section?.topic?.code, section?.contacts[0]?.notes.map(({ text }) => text)]).toEqual(['health', ['health']])
  })
  it('follows another order where the municipality has one', () => {
    expect(underTopics([one('w', '2026-05-01', 'work'), one('h', '2026-05-01', 'health')], [topic('health'), topic('work')], []).map(({ topic: heading }) => heading?.code)).toEqual(['health', 'work'])
  })
})

describe('the period', () => {
  it('is three months back from the Danish day, also at the end of a long month', () => {
    expect([lastThreeMonths(today), lastThreeMonths(toDay('2026-05-31')).from, lastThreeMonths(toDay('2028-05-29')).from]).toEqual([{ from: '2026-08-21', to: '2026-11-21' }, '2026-02-28', '2028-02-29'])
  })
  it.each([['2026-11-21', '2026-11-20T23:00:00.000Z', '2026-11-21T23:00:00.000Z'], ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'], ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']])('is whole Danish days: 23.30 is inside, midnight is not (%s)', (day, since, before) => {
    const moments = momentsOf({ from: toDay(day), to: toDay(day) })
    expect([moments.since.toISOString(), moments.before.toISOString()]).toEqual([since, before])
    expect(new Date(Date.parse(before) - 30 * 60_000) < moments.before).toBe(true)
  })
})

describe('what the address and the form say', () => {
  it('is talks of the last three months where nothing is said, and survives what cannot be read', () => {
    const usual = { from: '2026-08-21', to: '2026-11-21', outcomes: ['reached'], topics: [], badDay: false, problem: null }
    expect(readReportView({}, today)).toEqual(usual)
    expect(readReportView({ 'from.day': '31', 'from.month': '2', 'from.year': '2026', outcome: ['x'], topic: ["'; --"], problem: 'x' }, today)).toEqual({ ...usual, badDay: true })
  })
  it('turns days round that stand the wrong way, and comes back from its own address', () => {
    const view = readReportView({ from: '2026-05-02', to: '2026-05-01', outcome: ['work', 'reached'], topic: ['work', 'health'] }, today)
    expect(view).toMatchObject({ from: '2026-05-01', to: '2026-05-02', outcomes: ['reached', 'work'], topics: ['work', 'health'] })
    const query = new URLSearchParams(viewQuery(view))
    expect(readReportView(Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])), today)).toEqual(view)
  })
  it('makes no file without a purpose, without an entry that was ticked, or with a number in its heading', () => {
    const id = '019abcde-0000-7000-8000-000000000001'
    expect(readReportInput({ entry: id }, today, true)).toEqual({ problem: 'why' })
    expect(readReportInput({ why: 'meeting' }, today, true)).toEqual({ problem: 'entries' })
    expect(readReportInput({ why: 'meeting', entry: ['no', id], title: 'Om 650675-1234' }, today, true)).toEqual({ problem: 'title' })
    expect(readReportInput({ why: 'meeting', title: 'x'.repeat(101), entry: id }, today, true)).toEqual({ problem: 'title' })
    expect(readReportInput({ why: ['meeting'], entry: ['no', id], as: ['docx'] }, today, true)).toMatchObject({ entries: [id], as: 'docx', names: false, cpr: false })
    expect(readReportInput({ why: 'meeting' }, today, false)).toMatchObject({ entries: null, as: 'pdf' })
    expect(readReportInput({ why: 'meeting', entry: Array.from({ length: 300 }, () => id) }, today, true)).toMatchObject({ entries: { length: REPORT_MOST } })
  })
})
