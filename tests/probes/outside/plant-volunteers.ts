import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { paper } from '../paper'
import type { Planter } from '../planter'

const DAY = '2026-01-15'
let phones = 0
/** A telephone number that is found again, with or without the country, however it is grouped. */
export function phone(planter: Planter, owner: string, table: string, column: string): string {
  const digits = `456${String(1_000_001 + phones++)}`
  planter.note(digits, { person: owner, table, column })
  return `+${digits}`
}
/** Numbers are shown by twos and without the country. */
export const joined = (text: string): string => text.replaceAll(/(?<![\d+])(\d{2})[  ]?(\d{2})[  ]?(\d{2})[  ]?(\d{2})(?![\d-])/g, '45$1$2$3$4')

export async function plantUser(db: pg.Client, email: string, role: string, name: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>('INSERT INTO app_user (email, name) VALUES ($1, $2) RETURNING id', [email, name])
  const id = String(rows[0]?.id)
  await db.query("INSERT INTO role_grant (user_id, role, from_day) VALUES ($1, $2, '2024-01-01')", [id, role])
  return id
}

/** Somebody who helps and may help with everything, with words in every place that is kept about a volunteer. Their id is whose the markers are. */
export async function plantHelper(planter: Planter, number: number, lead: string, association: string | null): Promise<string> {
  const id = randomUUID()
  const word = (table: string, column: string) => planter.marker(id, table, column)
  await planter.plant('volunteer', id, { id, number, email: `${word('volunteer', 'email')}@probe.invalid`, phone: phone(planter, id, 'volunteer', 'phone'), birth_year: 1981, language: 'da', postcode: '8900', address_protected: false, roles: ['visitor', 'companion', 'mentor'], areas: [], times: ['1-evening'], experience: [], capacity: 20, monthly_limit: null, source: 'staff', agreed_at: new Date(), submission_id: null, created_by: lead, version: 1, association_id: association, background: 'other' })
  await planter.plant('volunteer_language', id, { volunteer_id: id, language: 'da', level: 'native' })
  await planter.plant('volunteer_step', id, { volunteer_id: id, number: 1, step: 'active', on_day: DAY, until_day: null, reason: null, recorded_by: lead })
  for (const kind of ['confidentiality', 'criminal-record', 'child-certificate'])
    await planter.plant('volunteer_paper', id, { volunteer_id: id, kind_code: kind, number: 1, state: 'approved', on_day: DAY, expires_on: kind === 'confidentiality' ? null : '2099-01-01', recorded_by: lead })
  await planter.plant('volunteer_training', id, { volunteer_id: id, kind: 'course', on_day: DAY, minutes: 60, recorded_by: lead })
  const expense = await planter.plant('volunteer_expense', id, { number, volunteer_id: id, kind: 'other', on_day: DAY, metres: null, per_km: null, rate_from: null, rate_source: null, amount: 4850, entered_by: lead })
  await planter.plant('volunteer_expense_step', id, { expense_id: expense.id, number: 1, state: 'sent', on_day: DAY, reason: null, recorded_by: lead })
  await planter.plant('volunteer_expense_step', id, { expense_id: expense.id, number: 2, state: 'refused', on_day: DAY, recorded_by: lead })
  const receipt = await planter.plant('stored_file', id, { person_id: null, owner_id: lead, kind: 'receipt', mime: 'application/pdf', name: 'kvittering.pdf', bytes: paper([word('stored_file', 'bytes')]) })
  await planter.plant('expense_receipt', id, { expense_id: expense.id, file_id: receipt.id, recorded_by: lead })
  await planter.plant('volunteer_reminder', id, { volunteer_id: id, on_day: DAY, about: ['paper'] })
  await planter.plant('volunteer_thanks', id, { volunteer_id: id, years: null, words: word('volunteer_thanks', 'words'), on_day: DAY, recorded_by: lead })
  await planter.plant('volunteer_showing', id, { volunteer_id: id, number: 1, shown: true, about: `${word('volunteer_showing', 'about')} går gerne en tur`, on_day: DAY, recorded_by: lead })
  return id
}

/** Who signs in as this volunteer; `ended`: no longer. */
export async function plantLogin(db: pg.Client, planter: Planter, volunteer: string, email: string, lead: string, ended = false): Promise<void> {
  const user = await plantUser(db, email, 'VOLUNTEER', 'Frivillig 9001')
  await db.query('UPDATE app_user SET for_volunteer = true WHERE id = $1', [user])
  await planter.plant('volunteer_login', volunteer, { volunteer_id: volunteer, user_id: user, opened_by: lead, opened_at: new Date('2026-01-15'), ended_by: ended ? lead : null, ended_at: ended ? new Date('2026-01-16') : null })
}
