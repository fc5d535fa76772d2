import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { paper } from '../paper'
import type { Planter } from '../planter'
import { phone, plantUser } from './plant-volunteers'

/** `former`: whose rows are over and shown to nobody. */
export type PlantedAssociation = { id: string; former: string; signed: string; contact: string; dialogue: string }

/** An association with an agreement, a signed paper, meetings, notes, and those who speak for it: now, and before. Also what it and the municipality have agreed is marked, though it is nobody's personal data: another association reads none of it. */
export async function plantSpokenFor(planter: Planter, lead: string, name: string): Promise<PlantedAssociation> {
  const id: string = randomUUID()
  const former = `${id} no more`
  const word = (table: string, column: string, owner = id) => planter.marker(owner, table, column)
  const contact = async (owner: string, toDay: string | null) => String((await planter.plant('association_contact', owner, { association_id: id, title: word('association_contact', 'title', owner), email: `${word('association_contact', 'email', owner)}@probe.invalid`, phone: phone(planter, owner, 'association_contact', 'phone'), from_day: '2026-01-01', to_day: toDay, recorded_by: lead })).id)
  await planter.plant('association', id, { id, name, kind: 'social', about: null, offers: null, areas: [], website: null, closed_on: null, created_by: lead, version: 1 })
  await planter.plant('association_signup', id, { association_id: id, submission_id: null, words: word('association_signup', 'words'), language: 'da', accepted: true, reason: null, decided_by: lead, decided_at: new Date() })
  await planter.plant('association_note', id, { association_id: id, about: 'trust', on_day: '2026-01-10', recorded_by: lead })
  const terms = Object.fromEntries(['responsibilities', 'contributions', 'goals', 'insurance', 'data_terms'].map((column) => [column, word('partnership', column)]))
  const agreement = await planter.plant('partnership', id, { association_id: id, number: 1, from_day: '2026-01-01', to_day: '2099-12-31', review_on: null, places: null, recorded_by: lead, ...terms })
  const file = await planter.plant('stored_file', id, { person_id: null, owner_id: lead, kind: 'partnership', mime: 'application/pdf', name: 'samarbejdsaftale-1.pdf', bytes: paper([word('stored_file', 'bytes')]) })
  const signed = await planter.plant('partnership_file', id, { partnership_id: agreement.id, file_id: file.id, recorded_by: lead })
  const dialogue = async (owner: string, cancelledOn: string | null) => {
    const meeting = await planter.plant('dialogue_meeting', owner, { association_id: id, on_day: '2027-03-01', agenda: word('dialogue_meeting', 'agenda', owner), cancelled_on: cancelledOn, created_by: lead, version: 1 })
    await planter.plant('dialogue_point', owner, { meeting_id: meeting.id, due_on: '2027-04-01', done_on: null, recorded_by: lead })
    return String(meeting.id)
  }
  const [meeting, own] = [await dialogue(id, null), await contact(id, null)]
  await planter.plant('partnership_contact', id, { partnership_id: agreement.id, contact_id: own, user_id: null, from_day: '2026-01-01', to_day: null, recorded_by: lead })
  await dialogue(former, '2026-01-20')
  await contact(former, '2026-01-20')
  return { id, former, signed: String(signed.id), contact: own, dialogue: meeting }
}

/** Who signs in for it; `ended`: no longer. */
export async function plantSpeaker(db: pg.Client, planter: Planter, association: string, email: string, lead: string, ended = false): Promise<void> {
  const user = await plantUser(db, email, 'ASSOCIATION_REPRESENTATIVE', 'Prøve Talsmand')
  await planter.plant('association_representative', '', { association_id: association, user_id: user, from_day: '2026-01-01', to_day: ended ? '2026-01-20' : null, recorded_by: lead })
}
