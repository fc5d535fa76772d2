import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { RoleName } from '@/lib/access/matrix'
import { roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { proposeRight, takeRight } from '@/lib/access/rights/actions'
import { saveUnit, setActive } from '@/lib/access/users/actions'
import { type DatabaseIdentity, transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

const own = 'Ingen ændrer sine egne rettigheder. Bed en anden administrator om det.'
const run = (who: DatabaseIdentity, sql: string) => transaction(who, (tx) => tx.$executeRawUnsafe(sql)).catch(() => 0)
const app = (actor: Actor) => ({ role: 'app', token: actor.token }) as const
/** Everything that says what a user may do, as the owner of the database sees it. */
const standing = (userId: string) => owner().$queryRaw`SELECT u.active, u.unit_id, u.email, u.issuer, u.subject, u.person_id, u.password_hash,
  (SELECT jsonb_agg(jsonb_build_array(role, from_day, to_day) ORDER BY id) FROM role_grant WHERE user_id = u.id) AS roles,
  (SELECT jsonb_agg(jsonb_build_array(kind, from_day, to_day) ORDER BY id) FROM clearance WHERE user_id = u.id) AS clearances,
  (SELECT count(*)::int FROM staff_relation WHERE user_id = u.id) AS relations FROM app_user u WHERE u.id = ${userId}::uuid`

/** Statements by which somebody would rise if one of them worked. Each as the signed-in user in the database itself, past every form. */
function attempts(me: string, accomplice: string, unit: string): string[] {
  const proposal = randomUUID()
  return [
    ...['ADMINISTRATOR', 'VETERAN_COORDINATOR', 'MANAGER'].map((role) => `INSERT INTO role_grant (user_id, role, from_day) VALUES ('${me}', '${role}', current_date)`),
    `INSERT INTO role_grant (user_id, role, from_day, granted_by, proposed_by) VALUES ('${me}', 'ADMINISTRATOR', current_date, '${accomplice}', uuidv7())`,
    `UPDATE role_grant SET role = 'ADMINISTRATOR' WHERE user_id = '${me}'`,
    `UPDATE role_grant SET to_day = NULL WHERE user_id = '${me}'`,
    `UPDATE role_grant SET user_id = '${me}' WHERE user_id <> '${me}'`,
    ...['PROTECTED_ADDRESS', 'SHIELDED'].map((kind) => `INSERT INTO clearance (user_id, kind, from_day) VALUES ('${me}', '${kind}', current_date)`),
    `UPDATE clearance SET to_day = NULL WHERE user_id = '${me}'`,
    `UPDATE clearance SET user_id = '${me}'`,
    `UPDATE app_user SET unit_id = '${unit}' WHERE id = '${me}'`,
    `UPDATE app_user SET active = true, email = 'other@test.invalid' WHERE id = '${me}'`,
    `UPDATE app_user SET email = 'mine@test.invalid' WHERE id = '${accomplice}'`,
    `UPDATE app_user SET password_hash = 'x' WHERE id = '${accomplice}'`,
    `UPDATE app_user SET person_id = NULL WHERE id = '${me}'`,
    `UPDATE app_user SET issuer = 'x', subject = 'y' WHERE id = '${me}'`,
    `DELETE FROM staff_relation WHERE user_id = '${me}'`,
    `UPDATE session SET user_id = '${accomplice}' WHERE user_id = '${me}'`,
    `INSERT INTO right_proposal (id, user_id, role, reason, proposed_by) VALUES ('${proposal}', '${me}', 'ADMINISTRATOR', 'because', '${accomplice}')`,
    `INSERT INTO right_proposal (user_id, role, reason, proposed_by) VALUES ('${me}', 'ADMINISTRATOR', 'because', '${me}')`,
    `INSERT INTO right_proposal (user_id, role, reason, proposed_by, decided_by, decided_at, outcome) VALUES ('${me}', 'ADMINISTRATOR', 'because', '${accomplice}', uuidv7(), now(), 'APPROVED')`,
    `UPDATE right_proposal SET proposed_by = '${accomplice}'`,
    `UPDATE right_proposal SET user_id = '${me}'`,
    `SELECT access.decide_right(id, 'APPROVED') FROM right_proposal WHERE user_id = '${me}' OR proposed_by = '${me}'`,
    `SELECT access.federated_user('x', 'y', 'z@test.invalid', 'Z', ARRAY['ADMINISTRATOR']::role[])`,
    `SELECT access.start_session('${accomplice}', 'known', 'x', '1 hour', '1 hour')`,
    `UPDATE access.policy SET action = 'person.read'`,
  ]
}

describe('nobody raises their own rights', () => {
  it.each(roles)('as %s, by any statement', async (role: RoleName) => {
    const unit = await owner().unit.create({ data: { code: randomUUID(), nameDa: 'x', nameEn: 'x' } })
    const [me, other, self] = [await staff(role), await staff('ADMINISTRATOR'), await veteran()]
    await owner().user.update({ where: { id: me.userId }, data: { personId: self.id } })
    await owner().staffRelation.create({ data: { userId: me.userId, personId: (await veteran()).id, kind: 'neighbour', fromDay: new Date('2026-01-01') } })
    await owner().rightProposal.create({ data: { userId: me.userId, role: 'VOLUNTEER', reason: 'x', proposedBy: other.userId } })
    const before = [await standing(me.userId), await standing(other.userId)]
    const sql = attempts(me.userId, other.userId, unit.id)
    for (const who of [app(me), { role: 'worker' as const }]) for (const one of who.role === 'worker' ? sql.filter((text) => !text.includes('staff_relation')) : sql) await run(who, one)
    expect([await standing(me.userId), await standing(other.userId)]).toEqual(before)
    expect(await owner().rightProposal.findMany({ where: { userId: me.userId }, select: { role: true, proposedBy: true, outcome: true } })).toEqual([{ role: 'VOLUNTEER', proposedBy: other.userId, outcome: null }])
  })

  it('by any form, whatever fields are sent along', async () => {
    const unit = await owner().unit.create({ data: { code: randomUUID(), nameDa: 'x', nameEn: 'x' } })
    const me = await staff('ADMINISTRATOR')
    const before = await standing(me.userId)
    const extra = { version: '1', unitId: unit.id, active: 'true', roles: 'VETERAN_COORDINATOR', proposedBy: randomUUID(), actorUserId: randomUUID(), approve: 'true', reason: 'fordi jeg gerne vil' }
    const answers = []
    for (const action of [proposeRight, takeRight, saveUnit, setActive]) answers.push(await as(me, () => submit(action, { userId: me.userId, right: 'role:VETERAN_COORDINATOR', ...extra })))
    const manager = await staff('MANAGER')
    answers.push(await as(manager, () => submit(takeRight, { userId: manager.userId, right: 'role:MANAGER' })))
    expect(answers.map((answer) => [answer.redirectedTo, answer.state?.message])).toEqual(answers.map(() => [null, own]))
    expect([await standing(me.userId), await owner().rightProposal.count({ where: { userId: me.userId } })]).toEqual([before, 0])
  })

  it('and nobody moves a colleague over what another has just changed', async () => {
    const [me, colleague] = [await staff('ADMINISTRATOR'), await staff('CASEWORKER')]
    const units = await Promise.all([1, 2].map(() => owner().unit.create({ data: { code: randomUUID(), nameDa: 'x', nameEn: 'x' } })))
    const { version } = await owner().user.findUniqueOrThrow({ where: { id: colleague.userId } })
    const move = (unitId = '') => as(me, () => submit(saveUnit, { userId: colleague.userId, unitId, version: String(version) }))
    expect([(await move(units[0]?.id)).redirectedTo, (await move(units[1]?.id)).redirectedTo]).toEqual([`/admin/users/${colleague.userId}`, null])
    expect((await owner().user.findUniqueOrThrow({ where: { id: colleague.userId } })).unitId).toBe(units[0]?.id)
  })

  it('in the database, even for its owner, is a row that cannot be written', async () => {
    const [a, b] = [(await staff('ADMINISTRATOR')).userId, (await staff('ADMINISTRATOR')).userId]
    const row = { role: 'CASEWORKER' as const, reason: 'x', decidedAt: new Date(), outcome: 'APPROVED' }
    await expect(owner().rightProposal.create({ data: { ...row, userId: a, proposedBy: a, decidedBy: b } })).rejects.toThrow(/not_to_self/)
    for (const decidedBy of [a, b]) await expect(owner().rightProposal.create({ data: { ...row, userId: a, proposedBy: b, decidedBy } })).rejects.toThrow(/second_person/)
    await expect(owner().roleGrant.create({ data: { userId: a, role: 'CASEWORKER', fromDay: new Date(), proposedBy: b, grantedBy: b } })).rejects.toThrow(/by_another/)
    await expect(owner().clearance.create({ data: { userId: a, kind: 'SHIELDED', fromDay: new Date(), proposedBy: b, grantedBy: a } })).rejects.toThrow(/by_another/)
  })
})
