import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type GroupReason, placementOf, type RunFrame, type RunMember, scopeOf } from '@/lib/outreach/runs/groups'
import { type FactRow, factsOf } from '@/lib/outreach/runs/freeze/facts'
import { freezeRun } from '@/lib/outreach/runs/freeze/writes'
import { outreachRules } from '@/lib/outreach/rules-data/sql'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, type Day, dayToDb, firstOfMonth, toDay } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { owner } from '../../support/db'
import { letterGround } from '../../support/letter-run'
import { factsOfLife } from '../../support/outreach-lives'
import { insertLives, life } from '../../support/outreach-population'
import { randomFrom } from '../../bench/letters-data'
import { couple, endRuns } from './run-ground'

afterEach(endRuns)
const seed = Number(process.env.SEED ?? 20261121)

async function frozenRun(dueThrough: Day) {
  const { maker } = await couple()
  const templates = await letterGround(owner())
  const run = await owner().run.create({ data: { name: 'Årets brev', templateId: templates.yearly, dueThrough: dayToDb(dueThrough), letterDate: dayToDb(addDays(today(), 1)), createdBy: maker.userId } })
  await transaction({ role: 'worker' }, (tx) => freezeRun(tx, run.id, today()), 60_000)
  return run.id
}

const stored = (runId: string) => owner().$queryRaw<{ person_id: string; scope: string; run_group: string; reason: string; sent: string | null; back: string | null; out: boolean }[]>`
  SELECT m.person_id, m.scope, m.run_group::text, m.reason, l.sent_on::text AS sent, l.returned_on::text AS back, m.excluded_at IS NOT NULL AS out
  FROM run_member m LEFT JOIN letter l ON l.run_id = m.run_id AND l.person_id = m.person_id WHERE m.run_id = ${runId}::uuid`

/** The view answers the product's own roles only. */
const factRows = () => transaction({ role: 'worker' }, (tx) => tx.$queryRaw<FactRow[]>`
  SELECT person_id, registered_on::text, moved_in_on::text, moved_away_on::text, died_on::text, protection::text, digital_post::text, vulnerable, last_letter_sent_on::text, returned_on::text,
    wish_kind::text, wish_given_on::text, wish_until_month::text, wish_reconsidered_on::text, has_address, last_reply_on::text, last_contact_on::text, wants_talk, false AS in_other_run FROM outreach_fact`)

describe('the groups in the database', () => {
  it('are those of the rules, for generated lives, when frozen and after anything has happened', async () => {
    const lives = fc.sample(life, { numRuns: 250, seed })
    const ids = await insertLives(lives)
    const dueThrough = addDays(today(), 60)
    const runId = await frozenRun(dueThrough)
    const frame: RunFrame = { frozenOn: today(), dueThrough, letterDate: addDays(today(), 1), previousFrozenOn: null }
    const rules = await transaction({ role: 'worker' }, (tx) => outreachRules(tx))
    const members = new Map((await stored(runId)).map((row) => [row.person_id, row]))
    expect(members.size).toBe(ids.length)
    for (const [index, id] of ids.entries()) {
      const { facts } = factsOfLife(lives[index]!)
      const scope = scopeOf(facts, frame, rules)
      const placed = placementOf({ scope, facts, letter: { sentOn: null, returnedOn: null }, excluded: null }, frame, rules, today())
      const row = members.get(id)
      expect({ life: lives[index], scope: row?.scope, group: row?.run_group, reason: row?.reason }).toEqual({ life: lives[index], scope: scope.reason, ...placed })
    }
    await upheaval(runId)
    const facts = new Map((await factRows()).map((row) => [row.person_id, factsOf(row)]))
    for (const row of await stored(runId)) {
      const member: RunMember = {
        scope: { in: row.scope.endsWith('-letter-due'), reason: row.scope as GroupReason } as RunMember['scope'],
        facts: facts.get(row.person_id)!,
        letter: { sentOn: row.sent ? toDay(row.sent) : null, returnedOn: row.back ? toDay(row.back) : null },
        excluded: row.out ? { note: 'x' } : null,
      }
      expect({ id: row.person_id, group: row.run_group, reason: row.reason }).toEqual({ id: row.person_id, ...placementOf(member, frame, rules, today()) })
    }
    const sum = await owner().runMember.count({ where: { runId } })
    expect((await owner().run.findUniqueOrThrow({ where: { id: runId } })).population).toBe(sum)
  }, 120_000)
})

/** Everything that can become known about the people of a run, as pages and imports write it: nobody calls the placing by name. */
async function upheaval(runId: string): Promise<void> {
  const random = randomFrom(seed)
  const version = await owner().letterTemplateVersion.findFirstOrThrow()
  for (const row of await stored(runId)) {
    const personId = row.person_id
    const day = dayToDb(addDays(today(), -Math.floor(random() * 5)))
    const dice = random()
    if (row.run_group === 'TO_SEND' && dice < 0.5) {
      const letter = await owner().letter.create({ data: { runId, personId, templateVersionId: version.id, language: 'da', channel: 'PAPER', idempotencyKey: crypto.randomUUID() } })
      await owner().letter.update({ where: { id: letter.id }, data: { state: 'SENT', sentOn: day } })
      if (random() < 0.4) await owner().letter.update({ where: { id: letter.id }, data: { state: 'RETURNED', returnedOn: day } })
    } else if (row.run_group === 'TO_SEND' && dice < 0.6) await owner().runMember.updateMany({ where: { runId, personId }, data: { excludedAt: new Date() } })
    if (random() < 0.1) await owner().person.update({ where: { id: personId }, data: { diedOn: day } })
    if (random() < 0.1) await owner().person.update({ where: { id: personId }, data: { movedAwayOn: random() < 0.3 ? dayToDb(addDays(today(), 3)) : day, movedInOn: null } })
    if (random() < 0.1) await owner().person.update({ where: { id: personId }, data: { protection: 'P1' } })
    if (random() < 0.1) await owner().address.createMany({ data: [{ personId, street: 'Ny Gade', number: '1', postcode: '8900', town: 'Randers C', source: 'test', fromDay: dayToDb(today()) }] })
    if (random() < 0.1) await owner().wish.updateMany({ where: { personId, endedOn: null }, data: { endedOn: day } })
    else if (random() < 0.15) await owner().wish.create({ data: { personId, kind: random() < 0.5 ? 'LATER' : 'NOT_THIS_YEAR', givenOn: dayToDb(today()), untilMonth: dayToDb(firstOfMonth(addMonths(today(), 2))), source: 'test' } })
  }
}
