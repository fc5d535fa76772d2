import { ownAssociationFields } from '@/lib/associations/own/fields'
import { ownFields } from '@/lib/volunteering/own/fields'
import type { Planted } from '../planter'
import type { PlantedCitizen } from './plant-citizens'
import type { Outside } from './world'

/** What holds: everything as it was planted; what the volunteer was told is taken back, person by person; nobody is anything any more. */
export type Stage = 'begun' | 'taken back' | 'over'
type Line = readonly [column: string, field: string]

/** Of oneself, by the field of the written list it comes by. A field that is struck out there may be shown nowhere. */
const ofVolunteer: readonly Line[] = [
  ...['first_name', 'last_name', 'email', 'phone', 'limits'].map((column) => [`volunteer.${column}`, `my_facts.${column}`] as const), ['volunteer_training.title', 'my_trainings.title'],
  // The receipt itself is not read back.
  ['volunteer_expense.purpose', 'my_expenses.purpose'], ['volunteer_expense_step.reason', 'my_expenses.reason'],
]
const ofAssociation: readonly Line[] = [
  ...['name', 'title', 'email', 'phone'].map((column) => [`association_contact.${column}`, `own_association_contacts.${column}`] as const),
  ...['responsibilities', 'contributions', 'goals', 'insurance', 'data_terms'].map((column) => [`partnership.${column}`, `own_agreements.${column}`] as const),
  ...['name', 'title', 'phone'].map((column) => [`association_contact.${column}`, `own_agreed_contacts.${column}`] as const),
  ['dialogue_meeting.agenda', 'own_dialogues.agenda'], ['dialogue_meeting.participants', 'own_dialogues.participants'], ['dialogue_point.words', 'own_dialogue_points.words'], ['stored_file.bytes', 'own_signed_file.bytes'],
]
/** Of a citizen one meets; with *contact* in their consent; and of one whose meeting one goes along to. */
const called: readonly Line[] = [['person.first_name', 'my_matches.first_name']]
const reached: readonly Line[] = [['contact_point.value', 'my_matches.phones'], ['contact_point.value', 'my_matches.emails']]
const alongTo: readonly Line[] = ['what', 'place', 'meeting_point'].map((column) => [`companion_meeting.${column}`, `my_companion_meetings.${column}`] as const)

const written = (field: string): boolean => {
  const [name = '', column = ''] = field.split('.')
  const lists: Record<string, readonly string[]> = { ...ownFields, ...ownAssociationFields }
  return lists[name]?.includes(column) === true
}
const among = (lines: readonly Line[], column: string) => lines.some(([one, field]) => one === column && written(field))

/** Whether the match of this citizen still lets the volunteer know anything. */
export const holds = ({ match, consent, protection, died, meeting, others }: PlantedCitizen): boolean => match === 'runs' && consent !== undefined && !consent.withdrawn && !consent.expiresOn && !protection && !died && meeting !== 'over' && !others

export const citizenLines = (one: PlantedCitizen): readonly Line[] => [...called, ...(one.consent?.fields.includes('contact') ? reached : []), ...(one.meeting === 'coming' ? alongTo : [])]

/** Who of the citizens is asked about by a link, and whose first name it tells: the volunteer's, to the citizen. */
const LINK = '/frivillig/svar/[code]'

/** Whether this may stand in an answer to them. `code`: of which link, by whom it was sent. */
export function outsideMay(outside: Outside, asker: string, stage: Stage, path: string, { person: owner, table, column: name }: Planted, side?: 'volunteer' | 'person'): boolean {
  const column = `${table}.${name}`
  if (stage === 'over') return false
  if (path === LINK && side === 'person') return owner === outside.volunteer && column === 'volunteer.first_name'
  if (asker === 'representative') return owner === outside.association.id && among(ofAssociation, column)
  if (asker !== 'volunteer') return false
  if (owner === outside.volunteer) return among(ofVolunteer, column)
  const citizen = outside.citizens.find(({ id }) => id === owner)
  return stage === 'begun' && citizen !== undefined && holds(citizen) && among(citizenLines(citizen), column)
}

/** Every line as asker, owner and column: one that is never seen says nothing about the others. */
export function expected(outside: Outside): { asker: string; owner: string; column: string }[] {
  const lines = (asker: string, owner: string, all: readonly Line[]) => [...new Set(all.map(([column]) => column))].map((column) => ({ asker, owner, column }))
  return [...lines('volunteer', outside.volunteer, ofVolunteer), ...lines('representative', outside.association.id, ofAssociation), ...outside.citizens.filter(holds).flatMap((one) => lines('volunteer', one.id, citizenLines(one)))]
}
