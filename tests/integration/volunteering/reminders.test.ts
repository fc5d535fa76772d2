import { beforeAll, beforeEach, expect, it } from 'vitest'
import { roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { closedReason } from '@/lib/deadlines/holidays'
import { today } from '@/lib/platform/clock'
import { addDays, type Day, dayToDb, isoWeekday } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { pathRules } from '@/lib/volunteering/path/sql'
import { remindOnPath, tellLeads } from '@/lib/volunteering/reminders/jobs'
import { remindable } from '@/lib/volunteering/reminders/sql'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'
import { loadReference } from '@/prisma/reference'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { signedIn, volunteer } from '../../support/volunteers'

let lead: Actor
const now = today()
const run = () => remindOnPath(null, new AbortController().signal)
const mails = (recipient: string) => owner().outboxMessage.findMany({ where: { recipient }, select: { subject: true, body: true, userId: true } })
let nr = 0
/** Talked with long ago, and the paper still missing. */
async function waits(more: { step?: string; until?: number } = {}) {
  const id = await volunteer({ step: 'talked', on: addDays(now, -20) })
  const email = `paamindet-${++nr}@test.invalid`
  await owner().volunteer.update({ where: { id }, data: { email, firstName: 'Asger', lastName: 'Hemmelig' } })
  if (more.step) await owner().volunteerStep.create({ data: { volunteerId: id, number: 2, step: more.step, onDay: dayToDb(addDays(now, -9)), ...(more.until !== undefined && { untilDay: dayToDb(addDays(now, more.until)) }), ...(more.step === 'ended' && { reason: 'wish' }), recordedBy: lead.userId } })
  return { id, email }
}

beforeAll(async () => {
  await loadReference(owner())
  const unit = await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivilligcentret', nameEn: 'Volunteers', phone: '+4589151515' } })
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit.id })
})
beforeEach(() => owner().outboxMessage.deleteMany())

it('a volunteer is reminded of the paper that is missing, once however often the job runs, without a name in the subject, and it stands on the way', async () => {
  const { id, email } = await waits()
  await Promise.all([run(), run()])
  await run()
  const [mail, more] = await mails(email)
  expect(more).toBeUndefined()
  expect(mail?.body).toContain('Tavshedserklæring')
  expect(mail?.body).toContain('Frivilligcentret +4589151515')
  // No page of their own yet: none is promised.
  expect(mail?.body).not.toContain('min-side')
  expect(mail?.subject).not.toMatch(/Asger|Hemmelig/)
  expect((await openVolunteer(lead, id, now))?.reminders).toEqual([{ onDay: now, about: ['paper'] }])
  expect(await owner().auditEvent.count({ where: { action: 'volunteer.reminded', details: { path: ['volunteer'], equals: id } } })).toBe(1)
})

it('not more than once a week; on a pause or ended not at all, nor where there is no address', async () => {
  const [soon, again, paused, ended, nowhere] = [await waits(), await waits(), await waits({ step: 'paused', until: 30 }), await waits({ step: 'ended' }), await waits()]
  await owner().volunteerReminder.createMany({ data: [{ volunteerId: soon.id, onDay: dayToDb(addDays(now, -6)), about: ['paper'] }, { volunteerId: again.id, onDay: dayToDb(addDays(now, -7)), about: ['paper'] }] })
  await owner().volunteer.update({ where: { id: nowhere.id }, data: { email: null } })
  await run()
  expect(await Promise.all([soon, again, paused, ended, nowhere].map(async ({ email }) => (await mails(email)).length))).toEqual([0, 1, 0, 0, 0])
  expect(await owner().volunteerReminder.count({ where: { volunteerId: nowhere.id } })).toBe(0)
})

it('of a paper that runs out, who signs in is led to their own page; in their language', async () => {
  const id = await volunteer({ step: 'active', on: addDays(now, -90), papers: [['confidentiality', addDays(now, 12)]] })
  await signedIn(id)
  const { email } = await owner().volunteer.update({ where: { id }, data: { language: 'en' }, select: { email: true } })
  await run()
  const [mail] = await mails(email ?? '')
  expect(mail?.body).toContain('/min-side')
  expect(mail?.body).toContain('is valid until')
})

it('those who lead volunteers are told in numbers what waits beyond its day, once, and nobody else; no name, no number, no address', async () => {
  const colleague = await staff('VOLUNTEER_LEAD')
  await owner().user.update({ where: { id: colleague.userId }, data: { locale: 'en' } })
  const gone = await staff('VOLUNTEER_LEAD')
  await owner().roleGrant.updateMany({ where: { userId: gone.userId }, data: { toDay: new Date('2020-02-01') } })
  const others = await Promise.all(roles.filter((role) => role !== 'VOLUNTEER_LEAD').map((role) => staff(role)))
  const id = await volunteer({ step: 'interested', on: addDays(now, -60) })
  await owner().volunteer.update({ where: { id }, data: { firstName: 'Asger', lastName: 'Hemmelig', email: 'hemmelig@test.invalid' } })
  await owner().closingDay.deleteMany()
  const { number } = await owner().volunteer.findUniqueOrThrow({ where: { id } })
  // Of the next day somebody works: on others nobody is told.
  const tell = (on: Day) => transaction({ role: 'worker' }, async (tx) => tellLeads(tx, await remindable(tx), await pathRules(tx), on))
  let monday = addDays(now, 1)
  while (isoWeekday(monday) !== 1 || closedReason(monday, [])) monday = addDays(monday, 1)
  expect([await tell(addDays(monday, -1)), await tell(monday), await tell(monday)]).toEqual([0, expect.any(Number), 0])
  const [mine, theirs] = [await mails(lead.email), await mails(colleague.email)]
  expect([mine.length, theirs.length]).toEqual([1, 1])
  for (const actor of [gone, ...others]) expect(await mails(actor.email)).toEqual([])
  expect(mine[0]?.body).toContain('venter på en tid til samtale')
  expect(theirs[0]?.body).toContain('wait')
  for (const secret of ['Asger', 'Hemmelig', 'hemmelig', id, `nr. ${number}`]) expect(`${mine[0]?.subject} ${mine[0]?.body}`).not.toContain(secret)
})

it('that they were reminded is read by those who lead volunteers, and written by the job alone', async () => {
  const { id } = await waits()
  await owner().volunteerReminder.create({ data: { volunteerId: id, onDay: dayToDb(now), about: ['paper'] } })
  for (const role of roles) {
    const { token } = await staff(role)
    const found = await transaction({ role: 'app', token }, (tx) => tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM volunteer_reminder WHERE volunteer_id = ${id}::uuid`)
    expect([role, found[0]?.n]).toEqual([role, role === 'VOLUNTEER_LEAD' ? 1 : 0])
  }
  for (const sql of [`INSERT INTO volunteer_reminder (volunteer_id, on_day, about) VALUES ('${id}', '2026-01-01', '{paper}')`, 'DELETE FROM volunteer_reminder', "UPDATE volunteer_reminder SET about = '{talk}'"]) await expect(transaction({ role: 'app', token: lead.token }, (tx) => tx.$executeRawUnsafe(sql)), sql).rejects.toThrow('permission denied')
})
