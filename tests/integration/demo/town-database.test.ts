import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { loadTown } from '@/prisma/demo/town/load'
import { makeEverybody } from '@/prisma/demo/everybody'
import { seedDemo } from '@/prisma/seed'
import { owner, ownerUrl } from '../../support/db'

// The night the clocks are put forward.
const today = toDay('2027-03-28')
const folder = mkdtempSync(join(tmpdir(), 'indgang-town-'))
const CASES = 420

beforeAll(async () => {
  await seedDemo(ownerUrl(), () => {}, today, folder)
  const id = async (name: string) => (await owner().user.findFirstOrThrow({ where: { email: `${name}@demo.invalid` } })).id
  const staff = { coordinator: await id('koordinator'), colleague: await id('kollega'), manager: await id('leder'), caseworker: await id('sagsbehandler'), officer: await id('dpo') }
  const { veterans, relatives } = makeEverybody(today)
  await loadTown(owner(), today, staff, new Set([...veterans, ...relatives].flatMap(({ cpr }) => cpr ?? [])), CASES)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const count = async (sql: string) => Number((await owner().$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM ${sql}`))[0]?.n)
const BULK = ['person_role', 'person_cpr', 'address', 'contact_point', 'case_move', 'contact', 'contact_note', 'progress_aim', 'progress_measurement', 'progress_value']

describe('the casework of the municipality in the database', () => {
  it('has as many cases as asked, and forty who have them', async () => {
    expect(await count('case_file')).toBe(CASES)
    expect(await count(`app_user u JOIN role_grant g ON g.user_id = u.id WHERE g.role IN ('CASEWORKER', 'VETERAN_COORDINATOR')`)).toBe(40)
  })

  it('holds nothing its keys would have refused', async () => {
    const keys = await owner().$queryRaw<{ of: string; wrong: string }[]>`
      SELECT conrelid::regclass::text AS of, format('%s x WHERE x.%I IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s y WHERE y.%I = x.%I)', conrelid::regclass, a.attname, confrelid::regclass, b.attname, a.attname) AS wrong
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1] JOIN pg_attribute b ON b.attrelid = confrelid AND b.attnum = confkey[1]
      WHERE contype = 'f' AND conrelid::regclass::text = ANY(${BULK}) AND array_length(conkey, 1) = 1`
    expect(new Set(keys.map(({ of }) => of)).size).toBe(BULK.length)
    for (const { wrong } of keys) expect(await count(wrong), wrong).toBe(0)
    expect(await count('contact c WHERE c.kind_code IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contact_kind k WHERE k.code = c.kind_code AND k.channel = c.channel)')).toBe(0)
    expect(await count('contact_kind k WHERE NOT EXISTS (SELECT 1 FROM contact c WHERE c.kind_code = k.code)')).toBe(0)
  })

  it('moves every case as the guard of moves lets it', async () => {
    expect(await count(`(SELECT case_id, number, row_number() OVER (PARTITION BY case_id ORDER BY number) AS counted FROM case_move) m WHERE number <> counted`)).toBe(0)
    expect(await count(`case_move m WHERE number = 1 AND kind <> 'follow'`)).toBe(0)
    expect(await count(`case_move m JOIN method_version v ON v.id = m.version_id WHERE m.step IS NOT NULL AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v.steps) s WHERE s ->> 'key' = m.step AND (m.item IS NULL OR EXISTS (SELECT 1 FROM jsonb_array_elements(s -> 'items') i WHERE i ->> 'key' = m.item)))`)).toBe(0)
    expect(await count(`case_move m JOIN case_state s ON s.case_id = m.case_id AND s.state = 'closed' WHERE m.on_day > s.from_day AND NOT EXISTS (SELECT 1 FROM case_state a WHERE a.case_id = m.case_id AND a.number > s.number)`)).toBe(0)
  })

  it('measures on the scale only', async () => {
    expect(await count(`progress_value v JOIN progress_measurement m ON m.id = v.measurement_id JOIN progress_scale s ON s.code = m.scale_code JOIN progress_dimension d ON d.code = v.dimension_code
      WHERE d.scale_code <> s.code OR m.person_id <> v.person_id OR v.rating NOT BETWEEN s.lowest AND s.highest`)).toBe(0)
  })

  it('keeps the addresses of protected people where they belong, and their files with whoever is let in', async () => {
    expect(await count(`address a JOIN person p ON p.id = a.person_id WHERE p.protection IN ('P1', 'P2')`)).toBe(0)
    expect(await count(`person p WHERE p.protection <> 'P0' AND NOT EXISTS (SELECT 1 FROM person_protection g WHERE g.person_id = p.id)`)).toBe(0)
    expect(await count(`person WHERE shielded`)).toBe(6)
    expect(await count(`case_file c JOIN person p ON p.id = c.person_id JOIN assignment a ON a.case_id = c.id AND a.to_day IS NULL WHERE p.shielded AND NOT EXISTS (SELECT 1 FROM clearance l WHERE l.user_id = a.user_id AND l.kind = 'SHIELDED')`)).toBe(0)
  })

  it('gives each open case to one colleague, and takes a closed one from them at the end of aftercare', async () => {
    const newest = `(SELECT DISTINCT ON (case_id) case_id, state, coalesce(until_day, from_day) AS until FROM case_state ORDER BY case_id, number DESC) s`
    expect(await count(`${newest} WHERE state <> 'closed' AND (SELECT count(*) FROM assignment a WHERE a.case_id = s.case_id AND a.case_role = 'coordinator' AND a.to_day IS NULL) > 1`)).toBe(0)
    expect(await count(`${newest} JOIN assignment a ON a.case_id = s.case_id WHERE s.state = 'closed' AND a.case_role = 'coordinator' AND (a.to_day IS NULL OR a.to_day > s.until)`)).toBe(0)
    const active = await count(`assignment a JOIN app_user u ON u.id = a.user_id WHERE u.email = 'sagsbehandler@demo.invalid' AND a.to_day IS NULL`)
    expect(active).toBeGreaterThanOrEqual(18)
    expect(active).toBeLessThanOrEqual(32)
  })

  it('dates everything back', async () => {
    expect(await count(`contact WHERE happened_at >= '${today}' OR recorded_at > '2027-03-28T12:00Z'`)).toBe(0)
    expect(await count(`task_event e JOIN task t ON t.id = e.task_id WHERE e.at > '2027-03-29' AND t.source = 'hand'`)).toBe(0)
    expect(await count(`field_history WHERE changed_at > '2027-03-29'`)).toBe(0)
    expect(await count(`contact c JOIN case_file f ON f.person_id = c.person_id WHERE EXTRACT(isodow FROM c.happened_at AT TIME ZONE 'Europe/Copenhagen') > 5 AND f.kind <> 'veteran' AND c.recorded_by IN (SELECT id FROM app_user WHERE phone LIKE '89 00 01%')`)).toBe(0)
  })
})
