import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkMapping, guessColumns, mappingOf } from '@/lib/imports/columns/rules'
import { readTable } from '@/lib/imports/files/read'
import { judgeRows } from '@/lib/imports/rows/rules'
import { countVerdicts } from '@/lib/imports/rows/summary'
import { parseRow } from '@/lib/imports/values/rules'
import { carriesOnly } from '@/lib/outreach/letters/document'
import { factsOf, type FactsRow } from '@/lib/outreach/due/facts-row'
import { attemptsOf } from '@/lib/outreach/due/list/rows'
import { queuesOf } from '@/lib/outreach/due/queues'
import { refreshTasks } from '@/lib/outreach/tasks/writes'
import { readCpr } from '@/lib/people/cpr/rules'
import { VETERAN_REGISTER } from '@/lib/people/register-import/fields'
import { unseal } from '@/lib/platform/crypto/sealed'
import { sha256, sha256Hex } from '@/lib/platform/crypto/tokens'
import { toDay } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { makeEverybody } from '@/prisma/demo/everybody'
import { attemptsOn, demoRules, factsOn } from '@/prisma/demo/history/life'
import { DEMO_REPLY_CODE } from '@/prisma/demo/reply-code'
import { GONE, VETERANS } from '@/prisma/demo/veterans'
import { seedDemo } from '@/prisma/seed'
import { owner, ownerUrl } from '../../support/db'

// The night the clocks are put forward.
const today = toDay('2027-03-28')
const folder = mkdtempSync(join(tmpdir(), 'indgang-demo-'))

beforeAll(async () => {
  await seedDemo(ownerUrl(), () => {}, today, folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const count = async (sql: string) => Number((await owner().$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM ${sql}`))[0]?.n)

describe('the demo municipality in the database', () => {
  it('has the people the veteran strategy counts', async () => {
    const here = `person p JOIN person_role r ON r.person_id = p.id WHERE r.to_day IS NULL`
    expect(await count(`${here} AND r.kind = 'VETERAN' AND p.died_on IS NULL AND p.moved_away_on IS NULL`)).toBe(VETERANS)
    expect(await count(`${here} AND r.kind = 'VETERAN'`)).toBe(VETERANS + GONE)
    expect(await count(`${here} AND r.kind = 'RELATIVE'`)).toBe(420)
    expect(await count('duplicate_pair')).toBe(8)
    expect(await count(`person WHERE shielded`)).toBe(3)
    expect(await count('veteran_profile WHERE vulnerable')).toBeGreaterThan(40)
  })

  it('keeps every address of a protected person out of the open table', async () => {
    expect(await count(`address a JOIN person p ON p.id = a.person_id WHERE p.protection IN ('P1', 'P2')`)).toBe(0)
    expect(await count(`protected_address`)).toBeGreaterThanOrEqual(10)
    expect(await count(`letter l JOIN person p ON p.id = l.person_id WHERE p.protection <> 'P0' AND l.channel <> 'BY_HAND'`)).toBe(0)
  })

  it('uses replacement numbers only, sealed as the product seals them', async () => {
    const rows = await owner().personCpr.findMany()
    expect(rows.length).toBeGreaterThan(750)
    expect(rows.filter((row) => readCpr(unseal(row.cipher)).kind !== 'replacement')).toEqual([])
    expect(await count(`letter l WHERE l.channel = 'DIGITAL_POST' AND NOT EXISTS (SELECT 1 FROM person_cpr c WHERE c.person_id = l.person_id)`)).toBe(0)
  })

  it('closed its runs with everybody in one group', async () => {
    const runs = await owner().run.findMany({ include: { members: true, letters: true } })
    expect(runs).toHaveLength(4)
    for (const run of runs) {
      expect(run.members).toHaveLength(run.population ?? -1)
      expect(run.members.filter((member) => member.group === 'TO_SEND')).toEqual([])
      const sent = run.members.filter((member) => member.group === 'SENT' || (member.group === 'RETURNED' && member.channel)).length
      expect(run.letters.filter((letter) => letter.sentOn)).toHaveLength(sent)
      expect(run.releasedBy).not.toBe(run.createdBy)
    }
  })

  it('wrote to nobody after their death or against “never”', async () => {
    expect(await count('letter l JOIN person p ON p.id = l.person_id WHERE l.sent_on >= least(p.died_on, p.moved_away_on)')).toBe(0)
    expect(await count(`letter l JOIN wish w ON w.person_id = l.person_id WHERE w.kind = 'NEVER' AND l.sent_on > w.given_on AND (w.ended_on IS NULL OR w.ended_on > l.sent_on)`)).toBe(0)
  })

  it('gives the product’s own facts the queues the history was made by', async () => {
    const rows = await transaction({ role: 'worker' }, (tx) => tx.$queryRaw<{ row: FactsRow }[]>`SELECT to_jsonb(f) AS row FROM outreach_fact f`)
    const stored = new Map(rows.map(({ row }) => [row.person_id, queuesOf(factsOf(row), attemptsOf(row), demoRules, today)]))
    const { lives } = makeEverybody(today).history
    expect(stored.size).toBe(lives.length)
    const made = new Map(lives.map((life) => [life.who.id, queuesOf(factsOn(life, today), attemptsOn(life, today), demoRules, today)]))
    expect([...stored].filter(([id, queues]) => queues.join() !== made.get(id)?.join()).map(([id, queues]) => `${id} ${queues.join()} / ${made.get(id)?.join()}`)).toEqual([])
  })

  it('has the tasks the daily job would have made', async () => {
    const refreshed = await transaction({ role: 'worker' }, (tx) => refreshTasks(tx, today))
    expect(refreshed.closed).toBe(0)
    // What came up since the coordinator last looked.
    expect(refreshed.opened).toBeLessThanOrEqual(3)
  })

  it('dates the history back and names the coordinator where she corrected something', async () => {
    expect(await count(`field_history WHERE changed_at > '2027-03-29'`)).toBe(0)
    expect(await count('field_history WHERE changed_by IS NOT NULL')).toBeGreaterThan(50)
    expect(await count('session')).toBe(0)
  })

  it('has offers in both languages, times to choose and a year wheel', async () => {
    expect(await count(`offer WHERE title_en <> '' AND summary_en <> '' AND cardinality(audience) > 0 AND cardinality(needs) > 0`)).toBeGreaterThanOrEqual(15)
    expect(await count(`talk_slot s WHERE s.starts_at > '2027-03-29' AND NOT EXISTS (SELECT 1 FROM talk t WHERE t.slot_id = s.id AND t.cancelled_at IS NULL)`)).toBeGreaterThan(60)
    expect(await count(`year_event WHERE kind = 'flag-day' AND (starts_at AT TIME ZONE 'Europe/Copenhagen')::date IN ('2026-09-05', '2027-09-05')`)).toBe(2)
    expect(await count('companion_meeting')).toBe(15)
    expect(await count(`invitation i JOIN year_event e ON e.id = i.event_id WHERE i.answer AND e.kind = 'flag-day'`)).toBeGreaterThan(50)
  })

  it('puts this year’s register file where the import reads it, with six cells nobody can read', async () => {
    const table = await readTable(readFileSync(join(folder, 'veteranregister-2027.csv')))
    expect(table.rows.length).toBeGreaterThan(470)
    const mapping = mappingOf(guessColumns(table.columns, VETERAN_REGISTER))
    expect(checkMapping(mapping, table.columns, VETERAN_REGISTER)).toEqual([])
    const parsed = table.rows.map((row) => parseRow(row, { kind: VETERAN_REGISTER, columns: table.columns, mapping, context: { today } }))
    const counts = countVerdicts(judgeRows(parsed, { kind: VETERAN_REGISTER, lookUp: () => [] }))
    expect({ error: counts.error, doubtful: counts.doubtful }).toEqual({ error: 6, doubtful: 0 })
  })

  it('files the latest letters with their fingerprint, and knows one reply code', async () => {
    const letters = await owner().letter.findMany({ where: { fileId: { not: null } } })
    const files = new Map((await owner().storedFile.findMany({ where: { kind: 'letter' } })).map((file) => [file.id, file]))
    expect(letters.length).toBeGreaterThan(20)
    for (const letter of letters) {
      const file = files.get(letter.fileId ?? '')
      expect(file?.personId).toBe(letter.personId)
      expect(carriesOnly(file!.bytes, letter.id) && letter.sha256 === sha256Hex(file!.bytes)).toBe(true)
    }
    expect(await owner().replyCode.count({ where: { codeHash: sha256(DEMO_REPLY_CODE), revokedAt: null } })).toBe(1)
  })

  it('changes nothing the second time', async () => {
    const before = await count('person')
    await seedDemo(ownerUrl(), () => {}, today, folder)
    expect(await count('person')).toBe(before)
    expect(await count('letter_template')).toBe(3)
  })
})
