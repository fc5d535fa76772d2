import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { cancelCompanion } from '@/lib/volunteering/companions/actions'
import { endAttorney, recordAttorney } from '@/lib/volunteering/companions/attorney/actions'
import { followUpCompanion, holdCompanionMeeting, prepareCompanion } from '@/lib/volunteering/companions/steps/actions'
import { joinAsCitizen, leaveAsCitizen, saveGroup } from '@/lib/volunteering/groups/actions'
import { requestVolunteer, withdrawRequest } from '@/lib/volunteering/requests/actions'
import { tieVolunteer, untieVolunteer } from '@/lib/volunteering/ties/actions'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { wantsCompanion } from '../../support/companions'
import { owner } from '../../support/db'
import { ask, helper, personSays, waits } from '../../support/pairs'
import { dayFields } from '../../support/volunteers'

let lead: Actor, unit = ''
beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})

/** What lasts is not written in some hours of emergency access: each form says so, and not that somebody was first. Whoever has the person for good sends the same form with success. */
it('every form about a person and volunteers says that emergency access does not write', async () => {
  const one = await waits(unit)
  const { id: personId, caseworker, stranger } = one
  const volunteerId = await helper()
  await ask(lead, one.requestId, volunteerId)
  const on = dayFields('on', today())
  const groupId = (await as(lead, () => submit(saveGroup, { groupId: '', version: '0', kind: 'veterans', name: 'Gåholdet', place: '', meets: '', seats: '', leaderId: '' }))).redirectedTo?.split('/').at(-1) ?? ''
  const meets = (by: Actor) => () => wantsCompanion(by, personId, { whose: 'friend' }, addDays(today(), 9))
  await wantsCompanion(caseworker, personId, { whose: 'friend' })
  const companionId = (await owner().companionMeeting.findFirstOrThrow({ where: { personId } })).id
  const attorney = { personId, givenTo: 'Advokat Hansen', covers: 'Sagen om sygedagpenge', evidence: 'Underskrevet papir i sagen', ...dayFields('from', today()), ...dayFields('to', addDays(today(), 9)) }
  await as(caseworker, () => submit(recordAttorney, attorney))
  const attorneyId = (await owner().powerOfAttorney.findFirstOrThrow({ where: { personId } })).id
  await owner().breakGlass.create({ data: { userId: stranger.userId, personId, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
  const { number } = await owner().volunteer.findUniqueOrThrow({ where: { id: volunteerId } })
  const tie = await owner().volunteerTie.create({ data: { volunteerId: await helper(), personId, tiedBy: caseworker.userId } })
  const { firstName, lastName } = await owner().person.findUniqueOrThrow({ where: { id: personId } })
  await owner().volunteer.update({ where: { id: volunteerId }, data: { firstName, lastName } })
  /** In an order in which each can be done where the ones before it were. */
  const forms: [string, (by: Actor) => () => ReturnType<typeof submit>][] = [
    ['requestVolunteer', () => () => submit(requestVolunteer, { personId, role: 'mentor', ...dayFields('since', today()), times: '1-evening', languages: 'ar', 'level.ar': 'native' })],
    ['answerForPerson', (by) => () => personSays(one, volunteerId, 'no', by)],
    ['withdrawRequest', () => () => submit(withdrawRequest, { personId, volunteerRequestId: one.requestId })],
    ['requestCompanion', meets],
    ['prepareCompanion', () => () => submit(prepareCompanion, { personId, companionId, ...on, note: 'Ro', agenda: '1. Hvad så nu?', companionRole: 'supporter' })],
    ['recordAttorney', () => () => submit(recordAttorney, { ...attorney, covers: 'Sagen om boligen' })],
    ['endAttorney', () => () => submit(endAttorney, { personId, attorneyId })],
    ['joinAsCitizen', () => () => submit(joinAsCitizen, { personId, groupId })],
    ['leaveAsCitizen', () => () => submit(leaveAsCitizen, { personId, groupId })],
    ['untieVolunteer', () => () => submit(untieVolunteer, { personId, tieId: tie.id })],
    ['tieVolunteer', () => () => submit(tieVolunteer, { personId, volunteerNumber: String(number) })],
    ['cancelCompanion', () => () => submit(cancelCompanion, { personId, companionId })],
  ]
  const said: string[] = []
  for (const [name, send] of forms) {
    const behind = await as(stranger, send(stranger))
    if (!behind.state?.message?.includes('nødadgang')) said.push(`${name}: ${behind.redirectedTo ?? JSON.stringify(behind.state)}`)
    if ((await as(caseworker, send(caseworker))).redirectedTo === null) said.push(`${name} is not done for good either`)
  }
  expect(said).toEqual([])
})

it('a meeting is neither held nor followed up behind it', async () => {
  const { id: personId, caseworker, stranger } = await waits(unit)
  await wantsCompanion(caseworker, personId, { whose: 'friend' })
  const companionId = (await owner().companionMeeting.findFirstOrThrow({ where: { personId } })).id
  await as(caseworker, () => submit(prepareCompanion, { personId, companionId, ...dayFields('on', today()), note: 'Ro', agenda: '', companionRole: 'supporter' }))
  await owner().$executeRaw`UPDATE companion_meeting SET starts_at = now() - interval '1 day', ends_at = now() - interval '23 hours' WHERE id = ${companionId}::uuid`
  await owner().breakGlass.create({ data: { userId: stranger.userId, personId, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
  const hold = () => submit(holdCompanionMeeting, { personId, companionId, held: 'yes' })
  const follow = () => submit(followUpCompanion, { personId, companionId, ...dayFields('on', today()), supported: '5', balanced: 'unknown', understood: '4', note: 'Det gik godt' })
  for (const send of [hold, follow]) {
    expect((await as(stranger, send)).state?.message).toContain('nødadgang')
    expect((await as(caseworker, send)).redirectedTo).toBeTruthy()
  }
})
