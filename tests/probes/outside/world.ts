import type pg from 'pg'
import { subjects } from '../people'
import type { World } from '../world'
import { type PlantedAssociation, plantSpeaker, plantSpokenFor } from './plant-associations'
import { plantCitizens, type PlantedCitizen } from './plant-citizens'
import { plantHelper, plantLogin } from './plant-volunteers'
import { asker } from './relations'

/** What those outside have to do with, and whose every marker is. */
export type Outside = {
  volunteer: string; otherVolunteer: string; formerVolunteer: string
  association: PlantedAssociation; otherAssociation: PlantedAssociation; formerAssociation: PlantedAssociation
  citizens: PlantedCitizen[]
  /** What somebody is called in a finding. */
  nameOf: (owner: string) => string
}

export const citizenOf = ({ citizens }: Outside, key: string): PlantedCitizen => {
  const found = citizens.find((one) => one.key === key)
  if (!found) throw new Error(`No citizen ${key}`)
  return found
}

/** A volunteer and a representative who sign in, others whose login or tie has ended, others whom they have nothing to do with, and citizens in every relation to the volunteer: all with a marker in each column that can hold one. */
export async function plantOutside(db: pg.Client, world: World): Promise<Outside> {
  const { planter, users } = world
  const lead = users['volunteer lead'] ?? ''
  const unit = String((await db.query("SELECT id FROM unit WHERE kind = 'VOLUNTEERING' AND closed_on IS NULL ORDER BY opened_on NULLS FIRST, id LIMIT 1")).rows[0]?.id)
  const email = (key: string) => asker(key).email ?? ''
  const association = await plantSpokenFor(planter, lead, 'Prøvens egen forening')
  const otherAssociation = await plantSpokenFor(planter, lead, 'Prøvens anden forening')
  const formerAssociation = await plantSpokenFor(planter, lead, 'Prøvens tidligere forening')
  await plantSpeaker(db, planter, association.id, email('representative'), lead)
  await plantSpeaker(db, planter, formerAssociation.id, email('former representative'), lead, true)
  const volunteer = await plantHelper(planter, 9001, lead, association.id)
  const otherVolunteer = await plantHelper(planter, 9002, lead, association.id)
  const formerVolunteer = await plantHelper(planter, 9003, lead, null)
  await plantLogin(db, planter, volunteer, email('volunteer'), lead)
  await plantLogin(db, planter, formerVolunteer, email('former volunteer'), lead, true)
  const citizens = await plantCitizens({ world, db, lead, unit }, volunteer, otherVolunteer)
  const names = new Map<string, string>([
    [volunteer, 'the volunteer'], [otherVolunteer, 'another volunteer'], [formerVolunteer, 'the former volunteer'],
    ...([['the association', association], ['another association', otherAssociation], ['the former association', formerAssociation]] as const).flatMap(([name, one]): [string, string][] => [[one.id, name], [one.former, `${name}, what is over`]]),
    ...citizens.flatMap(({ key, id, kept }): [string, string][] => [[id, key], [kept, `${key}, what is kept`]]),
  ])
  return { volunteer, otherVolunteer, formerVolunteer, association, otherAssociation, formerAssociation, citizens, nameOf: (owner) => names.get(owner) ?? (owner === '' ? 'nobody' : 'somebody of the register') }
}

/** Of the demo, who work inside. */
export const inside = (key: string) => {
  const found = subjects.find((one) => one.key === key)
  if (!found) throw new Error(`No subject ${key}`)
  return found
}
