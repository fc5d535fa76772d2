import { beforeAll, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { addDialoguePoint, cancelDialogue, changeDialogue, dialoguePointDone, planDialogue } from '@/lib/associations/dialogue/actions'
import { openDialogue } from '@/lib/associations/dialogue/queries'
import { noteAssociation } from '@/lib/associations/notes/actions'
import { addAssociation, addPartnership } from '@/lib/associations/register/actions'
import { listAssociations, openAssociation } from '@/lib/associations/register/queries'
import { isInTab } from '@/lib/associations/register/rules'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, type Day } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { dayFields } from '../../support/volunteers'

let lead: Actor
const others = {} as Record<RoleName, Actor>
const now = today()
beforeAll(async () => {
  lead = await staff('VOLUNTEER_LEAD')
  for (const role of roles) others[role] = await staff(role)
  await loadReference(owner())
})
async function agreed(from: Day = addMonths(now, -14)): Promise<string> {
  const associationId = (await as(lead, () => submit(addAssociation, { name: 'Naturens Venner', kind: 'environment', about: '', website: '' }))).redirectedTo?.split('/').at(-1) ?? ''
  await as(lead, () => submit(addPartnership, { associationId, number: '0', ...dayFields('from', from), ...dayFields('to', addDays(now, 400)), responsibilities: 'Hver sit' }))
  return associationId
}
const meet = (associationId: string, on: Day, more: Record<string, string> = {}) => as(lead, () => submit(planDialogue, { associationId, ...dayFields('on', on), agenda: '1. Siden sidst', participants: 'Bodil Lind og Ulla Dam', ...more }))
const meetings = async (id: string) => (await openDialogue(lead, id, now))?.meetings ?? []
const state = async (id: string) => (await openDialogue(lead, id, now))?.next.state
const missing = async (id: string) => (await listAssociations(lead, null, now)).filter((row) => isInTab('dialogue', row)).some((row) => row.id === id)
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))

it('the next meeting is due a year after the agreement began, or after the last one, and tells how the day was counted', async () => {
  const id = await agreed()
  const { next } = (await openDialogue(lead, id, now)) ?? {}
  expect([next?.state, next?.day, next?.explanation.map(({ step }) => step)]).toEqual(['missing', addMonths(now, -2), ['rule', 'start', 'count']])
  expect([await missing(id), (await openAssociation(lead, id, now))?.dialogue.state]).toEqual([true, 'missing'])
  await meet(id, addDays(now, 9))
  expect([await state(id), await missing(id)]).toEqual(['planned', false])
  // Cancelled it counts for nothing; one that was held does.
  const [planned] = await meetings(id)
  const ref = { associationId: id, dialogueId: planned?.id ?? '', version: '1' }
  expect((await as(lead, () => submit(cancelDialogue, ref))).redirectedTo).toBeDefined()
  expect((await as(lead, () => submit(cancelDialogue, ref))).redirectedTo).toBeNull()
  expect([await state(id), await missing(id), (await meetings(id))[0]?.cancelled]).toEqual(['missing', true, true])
  await meet(id, addDays(now, -1))
  expect([await state(id), await missing(id)]).toEqual(['later', false])
})

it('a meeting is corrected once at a time, and what was to be done is ticked off', async () => {
  const id = await agreed()
  await meet(id, addDays(now, -3))
  const [one] = await meetings(id)
  const change = { associationId: id, dialogueId: one?.id ?? '', version: '1', ...dayFields('on', addDays(now, -2)), agenda: 'Andet', participants: 'Alle' }
  expect((await as(lead, () => submit(changeDialogue, change))).redirectedTo).toContain('/dialogue')
  expect((await as(lead, () => submit(changeDialogue, change))).state?.message).toContain('En anden')
  const point = { associationId: id, dialogueId: one?.id ?? '', words: 'Ulla finder et lokale', ...dayFields('due', addDays(now, 5)) }
  await as(lead, () => submit(addDialoguePoint, point))
  expect((await as(lead, () => submit(addDialoguePoint, { ...point, words: '' }))).state?.fields).toHaveProperty('words')
  expect((await openAssociation(lead, id, now))?.open).toBe(1)
  const done = { associationId: id, dialoguePointId: (await meetings(id))[0]?.points[0]?.id ?? '' }
  const another = await agreed()
  expect((await as(lead, () => submit(dialoguePointDone, { ...done, associationId: another }))).redirectedTo).toBeNull()
  await as(lead, () => submit(dialoguePointDone, done))
  expect([(await meetings(id))[0]?.points[0]?.doneOn, (await openAssociation(lead, id, now))?.open]).toEqual([now, 0])
  expect((await meet(id, now, { agenda: '', participants: '' })).state?.fields).toMatchObject({ agenda: expect.anything(), participants: expect.anything() })
})

it('notes are dated, stand by day, and are never of tomorrow', async () => {
  const id = await agreed()
  const note = (words: string, on: Day) => as(lead, () => submit(noteAssociation, { associationId: id, about: 'trust', words, ...dayFields('on', on) }))
  await note('Svarer samme dag', addDays(now, -10))
  await note('Kom ikke', addDays(now, -1))
  expect((await note('Kommer', addDays(now, 1))).state?.fields).toHaveProperty('on')
  expect((await openAssociation(lead, id, now))?.notes.map(({ words, by }) => [words, by])).toEqual([['Kom ikke', lead.name], ['Svarer samme dag', lead.name]])
})

it('meetings and notes are read and written by those who lead volunteers, in their own name; points and notes are never written over', async () => {
  const id = await agreed()
  await meet(id, now)
  const meeting = (await meetings(id))[0]?.id ?? ''
  const rows = (by: string) => [`INSERT INTO dialogue_meeting (association_id, on_day, agenda, participants, created_by) VALUES ('${id}', current_date, 'x', 'x', '${by}')`, `INSERT INTO dialogue_point (meeting_id, words, due_on, recorded_by) VALUES ('${meeting}', 'x', current_date, '${by}')`, `INSERT INTO association_note (association_id, about, words, on_day, recorded_by) VALUES ('${id}', 'trust', 'x', current_date, '${by}')`]
  for (const sql of rows(lead.userId)) expect([sql, await asked(lead, sql)]).toEqual([sql, 1])
  for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
    const me = others[role]
    for (const table of ['dialogue_meeting', 'dialogue_point', 'association_note']) expect([role, table, await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRawUnsafe(`SELECT 1 FROM ${table}`))]).toEqual([role, table, []])
    for (const sql of rows(me.userId)) await expect(asked(me, sql), `${role} ${sql}`).rejects.toThrow(/row-level security/)
    expect([role, await asked(me, 'UPDATE dialogue_meeting SET cancelled_on = current_date'), await asked(me, 'UPDATE dialogue_point SET done_on = current_date')]).toEqual([role, 0, 0])
  }
  for (const sql of rows(others.MANAGER.userId)) await expect(asked(lead, sql), sql).rejects.toThrow(/row-level security/)
  for (const sql of ["UPDATE dialogue_point SET words = 'x'", "UPDATE association_note SET words = 'x'", 'DELETE FROM association_note', 'DELETE FROM dialogue_meeting']) await expect(asked(lead, sql), sql).rejects.toThrow('permission denied')
})
