import { beforeAll, describe, expect, it } from 'vitest'
import { roles, type RoleName } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addMonths, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { openRequest } from '@/lib/volunteering/matching/candidates/queries'
import { endMatch } from '@/lib/volunteering/matches/actions'
import { matches } from '@/lib/volunteering/matches/sql'
import { recordPaper } from '@/lib/volunteering/papers/actions'
import { requestVolunteer } from '@/lib/volunteering/requests/actions'
import { retireEntry, reviveEntry, saveGroupKind, saveLocalArea, savePaperKind, saveVolunteerRole } from '@/lib/volunteering/setup/actions'
import { readSetup, setupTimes } from '@/lib/volunteering/setup/queries'
import { addVolunteer, changeVolunteer } from '@/lib/volunteering/volunteers/actions'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { ask, helper, matched, waits } from '../../support/pairs'
import { planned } from '../../support/plans'
import { dayFields, volunteer, volunteerActor } from '../../support/volunteers'

let lead: Actor, administrator: Actor, unit = ''
const others = {} as Record<RoleName, Actor>
const raw = (who: Actor, sql: string) => transaction({ role: 'app', token: who.token }, (tx) => tx.$executeRawUnsafe(sql))
const role = async (code = 'visitor') => owner().volunteerRole.findUniqueOrThrow({ where: { code } })
/** The form of a role as it stands, with what is changed. */
const saveRole = async (code: string, more: Record<string, string | string[]> = {}, who = administrator) => {
  const { nameDa, nameEn, descriptionDa, descriptionEn, papers, course, position, version } = await role(code)
  return as(who, () => submit(saveVolunteerRole, { entry: code, version: String(version), nameDa, nameEn, descriptionDa, descriptionEn, papers, position: String(position), ...(course && { course: 'on' }), ...more }))
}
const setUse = (action: typeof retireEntry, list: string, entry: string, who = administrator) => as(who, () => submit(action, { list, entry }))
const area = (more: Record<string, string> = {}, who = administrator) => as(who, () => submit(saveLocalArea, { entry: '', version: '0', nameDa: 'Havnen', nameEn: 'The harbour', position: '3', postcodes: '8930, 8900', ...more }))
const paper = (more: Record<string, string> = {}, who = administrator) => as(who, () => submit(savePaperKind, { entry: '', version: '0', nameDa: 'Kørekort', nameEn: 'Driving licence', position: '9', months: '', ...more }))
const group = (more: Record<string, string> = {}, who = administrator) => as(who, () => submit(saveGroupKind, { entry: '', version: '0', nameDa: 'Madklub', nameEn: 'Supper club', aboutDa: 'Vi laver mad.', aboutEn: 'We cook.', position: '9', citizens: 'on', ...more }))
const hidden = async (requestId: string, id: string) => (await openRequest(lead, requestId, today()))?.hidden.find(({ names }) => names.some((one) => one.id === id))?.rule ?? null
const wants = (who: Actor, personId: string, wanted = 'visitor', more: Record<string, string> = {}) => as(who, () => submit(requestVolunteer, { personId, role: wanted, ...dayFields('since', today()), times: '1-evening', ...more }))
const logged = (action: string, entry: string) => owner().auditEvent.count({ where: { action, details: { path: ['entry'], equals: entry } } })

beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
  administrator = await staff('ADMINISTRATOR')
  for (const one of roles) others[one] = await staff(one)
})

describe('what there is', () => {
  it('is added, renamed, ordered and taken out of use, and everything is logged', async () => {
    expect((await area()).redirectedTo).toBe('/admin/volunteering/areas')
    const { code, version } = await owner().localArea.findFirstOrThrow({ where: { nameDa: 'Havnen' } })
    expect(code).toMatch(/^havnen-[a-z]{8}$/)
    expect((await area({ entry: code, version: String(version), nameDa: 'Nordhavnen', postcodes: '' }, lead)).redirectedTo).toBeTruthy()
    expect((await setUse(retireEntry, 'areas', code)).redirectedTo).toBe('/admin/volunteering/areas')
    expect((await setUse(retireEntry, 'areas', code)).state?.message).toContain('ændret imens')
    expect((await readSetup(lead)).areas.at(-1)).toMatchObject({ code, nameDa: 'Nordhavnen', postcodes: [], retired: true, version: 3, uses: [] })
    await setUse(reviveEntry, 'areas', code)
    expect((await readSetup(administrator)).areas.find((one) => one.code === code)?.retired).toBe(false)
    for (const action of ['setup.added', 'setup.changed', 'setup.retired', 'setup.revived']) expect([action, await logged(action, code)]).toEqual([action, 1])
    for (const saved of [await paper(), await group(), await as(administrator, () => submit(saveVolunteerRole, { entry: '', version: '0', nameDa: 'Cykelven', nameEn: 'Cycling friend', descriptionDa: 'Du cykler.', descriptionEn: 'You cycle.', papers: 'criminal-record', position: '9' }))]) expect(saved.redirectedTo).toMatch(/^\/admin\/volunteering/)
    expect((await readSetup(lead)).roles.map(({ nameEn }) => nameEn)).toContain('Cycling friend')
  })

  it('says at the field what is wrong, and to the second of two what the first wrote', async () => {
    const fields = async (sent: ReturnType<typeof area>) => Object.keys((await sent).state?.fields ?? {})
    expect([await fields(area({ nameEn: ' ' })), await fields(area({ postcodes: '8900 Randers' })), await fields(area({ position: '-1' })), await fields(paper({ months: '0' })), await fields(group({ aboutDa: '' })), await fields(saveRole('visitor', { papers: 'nothing' }))]).toEqual([['nameEn'], ['postcodes'], ['position'], ['months'], ['aboutDa'], ['papers']])
    expect(await fields(saveRole('visitor', { nameDa: 'mentor' }))).toEqual(['nameDa'])
    const { version } = await role('host')
    await saveRole('host', { nameDa: 'Byvært' })
    const second = (await saveRole('host', { version: String(version), nameDa: 'Stedkendt' })).state
    expect([second?.fields?.nameDa?.[0], second?.values?.version]).toEqual([expect.stringContaining('Byvært'), String(version + 1)])
    expect((await area({ entry: 'nowhere', nameDa: 'Ingensteds', nameEn: 'Nowhere' })).state?.message).toContain('findes ikke mere')
  })

  it('is called by one name once, of two who add it at the same moment as well, in either language; the second keeps what they typed', async () => {
    for (const [add, list] of [[area, 'localArea'], [paper, 'volunteerPaperKind'], [group, 'volunteerGroupKind']] as const) {
      const both = await Promise.all([add({ nameDa: `Samtidig ${list}`, nameEn: `One ${list}` }), add({ nameDa: `SAMTIDIG ${list}`, nameEn: `Two ${list}` })])
      expect(both.filter(({ redirectedTo }) => redirectedTo !== null), list).toHaveLength(1)
      const told = both.find(({ redirectedTo }) => redirectedTo === null)
      expect(told?.state?.fields?.nameDa, list).toHaveLength(1)
      expect(String(told?.state?.values?.nameDa).toLowerCase(), list).toBe(`samtidig ${list}`.toLowerCase())
    }
    const english = await Promise.all([area({ nameDa: 'Ådalen', nameEn: 'The valley' }), area({ nameDa: 'Åen', nameEn: 'the Valley' })])
    expect(english.map(({ state }) => state?.fields?.nameEn?.length ?? 0).sort()).toEqual([0, 1])
    // Taken into use again at the moment another is given the name.
    await area({ nameDa: 'Mosen', nameEn: 'The bog' })
    const { code } = await owner().localArea.findFirstOrThrow({ where: { nameDa: 'Mosen' } })
    await setUse(retireEntry, 'areas', code)
    const [back, fresh] = await Promise.all([setUse(reviveEntry, 'areas', code), area({ nameDa: 'mosen', nameEn: 'Fen' })])
    expect([back, fresh].filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
    // The database says the same to whoever asks nobody, and nothing of what is out of use.
    await area({ nameDa: 'Ådal eng', nameEn: 'The meadow' })
    await expect(owner().localArea.create({ data: { code: 'eng', nameDa: 'ÅDAL ENG', nameEn: 'Field', postcodes: [] } })).rejects.toThrow(/Unique constraint/)
    await owner().localArea.create({ data: { code: 'eng', nameDa: 'ÅDAL ENG', nameEn: 'Field', postcodes: [], retiredOn: dayToDb(today()) } })
  })

  it('comes back into use under a name nobody has taken meanwhile, in either language and whatever its letters; renamed, it does', async () => {
    await area({ nameDa: 'Skoven', nameEn: 'The forest' })
    const { code } = await owner().localArea.findFirstOrThrow({ where: { nameDa: 'Skoven' } })
    const revived = async () => ((await setUse(reviveEntry, 'areas', code)).redirectedTo ? 'in use' : 'refused')
    for (const [nameDa, nameEn] of [['skoven', 'The other one'], ['Den anden', 'the FOREST']] as const) {
      await setUse(retireEntry, 'areas', code)
      await area({ nameDa, nameEn })
      expect([nameDa, (await setUse(reviveEntry, 'areas', code)).state?.message]).toEqual([nameDa, expect.stringContaining('samme navn')])
      expect((await owner().localArea.findUniqueOrThrow({ where: { code } })).retiredOn).not.toBeNull()
      await setUse(retireEntry, 'areas', (await owner().localArea.findFirstOrThrow({ where: { nameDa } })).code)
      expect(await revived()).toBe('in use')
    }
    await setUse(retireEntry, 'areas', code)
    await area({ nameDa: 'Skoven', nameEn: 'The wood' })
    const { version } = await owner().localArea.findUniqueOrThrow({ where: { code } })
    await area({ entry: code, version: String(version), nameDa: 'Den gamle skov', nameEn: 'The old forest' })
    expect([await revived(), await logged('setup.revived', code)]).toEqual(['in use', 3])
  })

  it('is counted; of people nobody hears a number under five who does not lead them', async () => {
    const made = async (code: string, many: number) => { await owner().localArea.create({ data: { code, nameDa: code, nameEn: code, postcodes: [] } }); for (let nth = 0; nth < many; nth++) await volunteer({ areas: [code] }) }
    await Promise.all([made('few', 4), made('many', 5)])
    await volunteer({ areas: ['many'], step: 'ended' })
    const uses = async (who: Actor) => Object.fromEntries((await readSetup(who)).areas.map((one) => [one.code, one.uses[0]?.many]))
    expect([await uses(lead), await uses(administrator)]).toMatchObject([{ few: 4, many: 5 }, { few: null, many: 5 }])
    const papers = (await readSetup(administrator)).papers.find(({ code }) => code === 'child-certificate')
    expect(papers?.uses).toEqual([{ use: 'roles', many: 2 }])
  })

  it('is written by nobody else, whatever the application forgot; and deleted by nobody', async () => {
    const tables = ['volunteer_role', 'volunteer_paper_kind', 'local_area', 'volunteer_group_kind']
    for (const one of roles.filter((name) => !['VOLUNTEER_LEAD', 'ADMINISTRATOR'].includes(name))) {
      await expect(readSetup(others[one]), one).rejects.toThrow('volunteer.setup')
      await expect(setupTimes(others[one]), one).rejects.toThrow('volunteer.setup')
      for (const sent of [area({}, others[one]), paper({}, others[one]), group({}, others[one]), saveRole('visitor', {}, others[one]), setUse(retireEntry, 'roles', 'visitor', others[one]), setUse(reviveEntry, 'roles', 'visitor', others[one])]) expect((await sent).state?.message, one).toContain('adgang')
      for (const table of tables) expect([one, table, await raw(others[one], `UPDATE ${table} SET position = 1`)]).toEqual([one, table, 0])
      await expect(raw(others[one], "INSERT INTO local_area (code, name_da, name_en, postcodes) VALUES ('x', 'x', 'x', '{}')"), one).rejects.toThrow(/row-level security/)
      expect(await raw(others[one], 'SELECT 1 FROM access.volunteer_setup_uses()')).toBe(0)
    }
    for (const table of tables) for (const who of [lead, administrator]) await expect(raw(who, `DELETE FROM ${table}`), table).rejects.toThrow('permission denied')
    expect((await setupTimes(lead)).map(({ code }) => code)).toEqual(expect.arrayContaining(['match-first', 'match-second', 'match-again']))
  })
})

describe('a role', () => {
  it('that asks for more is felt at the next look: who lacks it is not proposed or asked, and what runs goes on', async () => {
    const [running, { requestId }, id] = [await matched(lead, unit), await waits(unit), await helper()]
    expect(await hidden(requestId, id)).toBeNull()
    await saveRole('visitor', { papers: ['criminal-record', 'child-certificate'] })
    expect(await hidden(requestId, id)).toBe('clearance')
    expect((await ask(lead, requestId, id)).state?.ok).not.toBe(true)
    expect([(await openVolunteer(lead, id, today()))?.standing.lacks, await owner().volunteerMatchEnd.count({ where: { matchId: running.matchId } })]).toEqual([['child-certificate'], 0])
    expect((await transaction({ role: 'app', token: lead.token }, (tx) => matches(tx))).some((one) => one.id === running.matchId && one.end === null)).toBe(true)
    // The paper out of use, nobody needs it; in use again, they do.
    const { actor: me } = await volunteerActor({ roles: ['visitor'] })
    const asked = async () => (await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRaw<{ kind: string }[]>`SELECT kind FROM access.my_papers('da') WHERE needed`)).map(({ kind }) => kind)
    expect(await asked()).toContain('child-certificate')
    await setUse(retireEntry, 'papers', 'child-certificate')
    expect(await asked()).toEqual(['confidentiality', 'criminal-record'])
    expect([await hidden(requestId, id), (await openVolunteer(lead, id, today()))?.standing.lacks]).toEqual([null, []])
    expect((await as(lead, () => submit(recordPaper, { volunteerId: id, kind: 'child-certificate', number: '0', state: 'asked', ...dayFields('on', today()) }))).state?.message).toContain('ud af brug')
    await setUse(reviveEntry, 'papers', 'child-certificate')
    expect(await hidden(requestId, id)).toBe('clearance')
    await saveRole('visitor', { papers: ['criminal-record'] })
    expect((await ask(lead, requestId, id)).redirectedTo).toBeTruthy()
  })

  it('out of use is asked for by nobody anew, in the database as well; whoever waits can still get somebody', async () => {
    const [waiting, id, { id: personId, caseworker }] = [await waits(unit), await helper(), await planned()]
    const running = await matched(lead, unit)
    await setUse(retireEntry, 'roles', 'visitor')
    expect((await wants(caseworker, personId)).state?.fields).toHaveProperty('role')
    await expect(raw(caseworker, `INSERT INTO volunteer_request (person_id, role_code, since, created_by) VALUES ('${personId}', 'visitor', current_date, '${caseworker.userId}')`)).rejects.toThrow(/volunteer_request_role_used|out of use/)
    await as(lead, () => submit(endMatch, { matchId: running.matchId, endedBy: 'both', cause: 'stuck', met: 'yes', rating: '', words: '', again: 'on' }))
    expect([await owner().volunteerMatchEnd.count({ where: { matchId: running.matchId } }), await owner().volunteerRequest.count({ where: { personId: running.id } })]).toEqual([1, 1])
    expect((await ask(lead, waiting.requestId, id)).redirectedTo).toBeTruthy()
    // Whoever asks while it is taken out of use waits, and is told.
    await setUse(reviveEntry, 'roles', 'visitor')
    const [written, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = transaction({ role: 'app', token: administrator.token }, async (tx) => { await tx.$executeRawUnsafe("UPDATE volunteer_role SET retired_on = current_date WHERE code = 'visitor'"); written.resolve(); await over.promise })
    await written.promise
    const second = raw(caseworker, `INSERT INTO volunteer_request (person_id, role_code, since, created_by) VALUES ('${personId}', 'visitor', current_date, '${caseworker.userId}')`).then(() => 'written', (error: Error) => String(error))
    await new Promise((done) => setTimeout(done, 300))
    over.resolve()
    await first
    expect(await second).toMatch(/volunteer_request_role_used|out of use/)
    await setUse(reviveEntry, 'roles', 'visitor')
  })

  it('or an area out of use is chosen by nobody, and kept by whoever has it', async () => {
    await area({ nameDa: 'Øen', nameEn: 'The island' })
    const { code } = await owner().localArea.findFirstOrThrow({ where: { nameDa: 'Øen' } })
    const facts = { firstName: 'Prøve', lastName: 'Prøvesen', phone: '20 12 34 56', roles: 'host', areas: code, capacity: '1', language: 'da' }
    const [id, { id: personId, caseworker }] = [await volunteer({ roles: ['host'], areas: [code] }), await planned()]
    for (const [list, entry] of [['roles', 'host'], ['areas', code]] as const) await setUse(retireEntry, list, entry)
    expect((await as(lead, () => submit(addVolunteer, { ...facts, agreed: 'on' }))).state?.fields).toHaveProperty('roles')
    expect((await as(lead, () => submit(addVolunteer, { ...facts, roles: 'mentor', agreed: 'on' }))).state?.fields).toHaveProperty('areas')
    expect((await wants(caseworker, personId, 'mentor', { areas: code })).state?.fields).toHaveProperty('areas')
    expect((await as(lead, () => submit(changeVolunteer, { ...facts, volunteerId: id, version: '1' }))).redirectedTo).toBeTruthy()
    await expect(raw(lead, `INSERT INTO volunteer_group (kind_code, name, created_by) SELECT code, 'x', '${lead.userId}' FROM volunteer_group_kind WHERE code = 'veterans'`)).resolves.toBe(1)
    await setUse(retireEntry, 'groups', 'veterans')
    await expect(raw(lead, `INSERT INTO volunteer_group (kind_code, name, created_by) VALUES ('veterans', 'x', '${lead.userId}')`)).rejects.toThrow(/volunteer_group_kind_used|out of use/)
    await expect(raw(lead, "UPDATE volunteer_group SET kind_code = 'veterans' WHERE kind_code <> 'veterans' OR name = 'x'")).resolves.toBe(1)
  })
})

it('a paper holds as long as its kind says when it is approved; what was approved keeps its day', async () => {
  const id = await volunteer()
  const approve = (number: string) => as(lead, () => submit(recordPaper, { volunteerId: id, kind: 'criminal-record', number, state: 'approved', ...dayFields('on', today()) }))
  await approve('0')
  const { version, nameDa, nameEn } = await owner().volunteerPaperKind.findUniqueOrThrow({ where: { code: 'criminal-record' } })
  expect((await paper({ entry: 'criminal-record', version: String(version), nameDa, nameEn, months: '12' })).redirectedTo).toBeTruthy()
  await approve('1')
  const days = (await owner().volunteerPaper.findMany({ where: { volunteerId: id }, orderBy: { number: 'asc' } })).map(({ expiresOn }) => expiresOn)
  expect(days).toEqual([dayToDb(addMonths(today(), 24)), dayToDb(addMonths(today(), 12))])
})
