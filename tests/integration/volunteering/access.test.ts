import { beforeAll, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { listVolunteers } from '@/lib/volunteering/list/queries'
import { listView } from '@/lib/volunteering/list/schema'
import { takeStep } from '@/lib/volunteering/path/actions'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { dayFields, volunteer } from '../../support/volunteers'

const tables = ['volunteer', 'volunteer_language', 'volunteer_step', 'volunteer_paper', 'volunteer_training', 'volunteer_showing', 'volunteer_role', 'volunteer_paper_kind', 'local_area']
let id = '', lead: Actor
const others = {} as Record<RoleName, Actor>
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const rows = (actor: Actor, table: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`)).then(([row]) => row?.n)

beforeAll(async () => {
  await loadReference(owner())
  await owner().localArea.create({ data: { code: 'by', nameDa: 'By', nameEn: 'Town', postcodes: [] } })
  lead = await staff('VOLUNTEER_LEAD')
  for (const role of roles) others[role] = await staff(role)
  id = await volunteer({ papers: [['confidentiality', null]] })
  await owner().volunteerLanguage.create({ data: { volunteerId: id, language: 'da', level: 'good' } })
  await owner().volunteerShowing.create({ data: { volunteerId: id, number: 1, shown: true, about: 'Jeg kan lide at gå lange ture', onDay: new Date('2026-01-01'), recordedBy: lead.userId } })
  await owner().volunteerTraining.create({ data: { volunteerId: id, kind: 'course', title: 'x', onDay: new Date('2026-01-01'), recordedBy: lead.userId } })
})

describe('volunteers', () => {
  it('are read by those who lead them and by nobody else; what they can be and where also by those who may ask for one, and by whoever sets it up', async () => {
    for (const role of roles) for (const table of tables) expect([role, table, await rows(others[role], table)]).toEqual([role, table, role === 'VOLUNTEER_LEAD' || (['volunteer_role', 'local_area'].includes(table) && ['VETERAN_COORDINATOR', 'CASEWORKER', 'MANAGER'].includes(role)) || (['volunteer_role', 'volunteer_paper_kind', 'local_area'].includes(table) && role === 'ADMINISTRATOR') ? expect.toSatisfy((n: number) => n > 0) : 0])
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
      await expect(openVolunteer(others[role], id, today()), role).rejects.toThrow('volunteer.read')
      await expect(listVolunteers(others[role], listView.parse({}), today()), role).rejects.toThrow('volunteer.read')
      const { state } = await as(others[role], () => submit(takeStep, { volunteerId: id, number: '1', step: 'talked', ...dayFields('on', today()) }))
      expect(state?.message, role).toContain('adgang')
    }
    expect(await openVolunteer(lead, '019a0000-0000-7000-8000-00000000dead', today())).toBeNull()
    expect(await openVolunteer(lead, 'x', today())).toBeNull()
  })

  it('are written by nobody else either, whatever the application forgot', async () => {
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
      const me = others[role]
      await expect(asked(me, `INSERT INTO volunteer (first_name, last_name, phone, source, agreed_at, created_by) VALUES ('a', 'b', '+4520123456', 'staff', now(), '${me.userId}')`), role).rejects.toThrow(/row-level security/)
      for (const sql of [`INSERT INTO volunteer_step (volunteer_id, number, step, on_day, recorded_by) VALUES ('${id}', 2, 'talked', current_date, '${me.userId}')`, `INSERT INTO volunteer_paper (volunteer_id, kind_code, number, state, on_day, recorded_by) VALUES ('${id}', 'confidentiality', 9, 'approved', current_date, '${me.userId}')`,
        `INSERT INTO volunteer_training (volunteer_id, kind, title, on_day, recorded_by) VALUES ('${id}', 'course', 'x', current_date, '${me.userId}')`, `INSERT INTO volunteer_language (volunteer_id, language, level) VALUES ('${id}', 'en', 'good')`]) await expect(asked(me, sql), `${role} ${sql}`).rejects.toThrow(/row-level security/)
      expect([role, await asked(me, "UPDATE volunteer SET first_name = 'x'"), await asked(me, 'DELETE FROM volunteer_language')]).toEqual([role, 0, 0])
    }
  })

  it('are not asked about by those who may not write: a guard tells a stranger nothing of how far somebody is', async () => {
    const none = '019a0000-0000-7000-8000-00000000dead'
    for (const sql of [`INSERT INTO volunteer_expense_step (expense_id, number, state, on_day) VALUES ('${none}', 2, 'approved', current_date)`, `INSERT INTO volunteer_seat (course_id, volunteer_id, state, recorded_by) VALUES ('${none}', '${id}', 'signed', '${others.CASEWORKER.userId}')`,
      `INSERT INTO volunteer_request_state (request_id, person_id, number, state, recorded_by) VALUES ('${none}', '${none}', 7, 'closed', '${others.CASEWORKER.userId}')`]) await expect(asked(others.CASEWORKER, sql), sql).rejects.toThrow(/row-level security/)
  })

  it('keep what was written, in the name of whoever wrote it', async () => {
    for (const sql of ["UPDATE volunteer_step SET words = 'x'", "UPDATE volunteer_paper SET state = 'approved'", 'UPDATE volunteer SET agreed_at = now()', 'UPDATE volunteer SET number = 1', 'DELETE FROM volunteer', 'DELETE FROM volunteer_step', 'DELETE FROM volunteer_paper', 'DELETE FROM volunteer_training', 'DELETE FROM volunteer_showing', 'UPDATE volunteer_showing SET shown = true', "UPDATE volunteer_role SET code = 'x'", 'DELETE FROM volunteer_role'])
      await expect(asked(lead, sql), sql).rejects.toThrow('permission denied')
    const another = others.MANAGER.userId
    await expect(asked(lead, `INSERT INTO volunteer_step (volunteer_id, number, step, on_day, recorded_by) VALUES ('${id}', 2, 'talked', current_date, '${another}')`)).rejects.toThrow(/row-level security/)
    await expect(asked(lead, `INSERT INTO volunteer_paper (volunteer_id, kind_code, number, state, on_day, recorded_by) VALUES ('${id}', 'confidentiality', 9, 'approved', current_date, '${another}')`)).rejects.toThrow(/row-level security/)
    await expect(asked(lead, `INSERT INTO volunteer_showing (volunteer_id, number, shown, on_day, recorded_by) VALUES ('${id}', 2, false, current_date, '${another}')`)).rejects.toThrow(/row-level security/)
    await expect(asked(lead, `INSERT INTO volunteer_training (volunteer_id, kind, title, on_day, recorded_by) VALUES ('${id}', 'course', 'x', current_date, '${another}')`)).rejects.toThrow(/row-level security/)
    await expect(asked(lead, `INSERT INTO volunteer (first_name, last_name, phone, source, agreed_at, created_by) VALUES ('a', 'b', '+4520123456', 'staff', now(), '${another}')`)).rejects.toThrow(/row-level security/)
  })

  it('with a protected address have no postcode that a list could show', async () => {
    await expect(asked(lead, `UPDATE volunteer SET postcode = '8900', address_protected = true WHERE id = '${id}'`)).rejects.toThrow('volunteer_protected')
  })

  it('who opened one, and when, stands in the log', async () => {
    await openVolunteer(lead, id, today())
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.viewed', kind: 'VIEW', actorUserId: lead.userId, details: { path: ['volunteer'], equals: id } } })).toBe(1)
  })
})
