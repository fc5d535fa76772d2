import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { type Day, dayToDb, partsOf } from '@/lib/platform/day'
import { owner } from './db'
import { staff } from './as'

/** The three boxes of a date. */
export function dayFields(name: string, day: Day): Record<string, string> {
  const { year, month, dayOfMonth } = partsOf(day)
  return { [`${name}.day`]: String(dayOfMonth), [`${name}.month`]: String(month), [`${name}.year`]: String(year) }
}

type Wanted = { roles?: string[]; areas?: string[]; phone?: string; step?: string; on?: Day; papers?: [kind: string, expiresOn: Day | null][] }
/** Somebody who came forward by the form, standing at this step. */
export async function volunteer({ roles = [], areas = [], phone = '+4520000000', step = 'interested', on = today(), papers = [] }: Wanted = {}): Promise<string> {
  const by = (await staff('VOLUNTEER_LEAD')).userId
  const { id } = await owner().volunteer.create({
    data: {
      firstName: 'Test', lastName: 'Frivillig', phone, roles, areas, times: [], experience: [], source: 'form', agreedAt: new Date(),
      steps: { create: [{ number: 1, step, onDay: dayToDb(on), recordedBy: by, ...(step === 'ended' && { reason: 'wish' }) }] },
      papers: { create: papers.map(([kindCode, expiresOn], at) => ({ kindCode, number: at + 1, state: 'approved', onDay: dayToDb(today()), expiresOn: expiresOn && dayToDb(expiresOn), recordedBy: by })) },
    },
    select: { id: true },
  })
  return id
}


let logins = 0
/** A login for somebody who helps, signed in. */
export async function signedIn(volunteerId: string): Promise<Actor> {
  const actor = await staff('VOLUNTEER', { name: `Frivillig ${++logins}` })
  await owner().volunteer.update({ where: { id: volunteerId }, data: { email: actor.email } })
  await owner().user.update({ where: { id: actor.userId }, data: { forVolunteer: true } })
  await owner().volunteerLogin.create({ data: { volunteerId, userId: actor.userId, openedBy: (await staff('VOLUNTEER_LEAD')).userId } })
  return actor
}

export async function volunteerActor(wanted: Wanted = {}): Promise<{ actor: Actor; id: string }> {
  const id = await volunteer({ step: 'active', ...wanted })
  return { actor: await signedIn(id), id }
}
