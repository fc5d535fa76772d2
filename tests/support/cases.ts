import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { staff } from './as'
import { owner } from './db'
import { person } from './factories'

export type OneCase = { personId: string; caseId: string }

/** Two units with two colleagues each, and cases the first of them has. */
export async function twoUnits() {
  const day = today()
  const make = async (name: string) => (await owner().unit.create({ data: { code: randomUUID(), nameDa: name, nameEn: name } })).id
  const [job, veterans] = [await make('Jobcentret'), await make('Veteranindsatsen')]
  const member = (name: string, unitId: string): Promise<Actor> => staff('CASEWORKER', { name, unitId })
  const [sender, near] = [await member('Jonas Jobcenter', job), await member('Pia Praktik', job)]
  const [receiver, other] = [await member('Vera Veteran', veterans), await member('Otto Overfor', veterans)]
  return {
    job, veterans, sender, near, receiver, other,
    /** A case the sender has, opened some days ago. */
    async opened(data: Parameters<typeof person>[1] = {}): Promise<OneCase> {
      const who = await person('JOBCENTRE_CLIENT', data)
      const since = dayToDb(addDays(day, -9))
      const one = await owner().caseFile.create({ data: { personId: who.id, kind: 'employment', about: 'Praktik', unitId: job, openedOn: since, openedBy: sender.userId } })
      await owner().caseState.create({ data: { caseId: one.id, personId: who.id, number: 1, state: 'open', fromDay: since, recordedBy: sender.userId } })
      await owner().assignment.create({ data: { personId: who.id, userId: sender.userId, reason: 'case', fromDay: since, caseId: one.id, caseRole: 'coordinator' } })
      return { personId: who.id, caseId: one.id }
    },
    consent: (personId: string, unitId = veterans, more: object = {}) =>
      owner().consent.create({ data: { personId, purpose: 'coordination', recipientUnitId: unitId, fields: ['case'], how: 'written', wording: 'Vi må fortælle dem om din sag', givenOn: dayToDb(addDays(day, -2)), expiresOn: dayToDb(addDays(day, 60)), recordedBy: sender.userId, ...more } }),
  }
}
