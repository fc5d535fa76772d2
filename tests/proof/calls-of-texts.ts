import type { Call } from './calls'
import { may } from './oracle'
import { behind, row, tries, user, without, worker } from './questions'

const unit = (of: string) => `(SELECT unit_id FROM app_user WHERE id = ${user(of)})`
/** The only one there is: the unit's, whoever wrote it. */
const ofUnit = (of: string) => behind(`DELETE FROM standard_text; INSERT INTO standard_text (unit_id, name, text, created_by) VALUES (${unit(of)}, 'Prøve', 'Prøve', ${user('away')})`)
const own = (of: string) => behind(`DELETE FROM standard_text; INSERT INTO standard_text (user_id, name, text, created_by) VALUES (${user(of)}, 'Prøve', 'Prøve', ${user(of)})`)
const read = 'EXISTS (SELECT 1 FROM standard_text)'
const change = tries("UPDATE standard_text SET name = 'x'")
const write = (whose: string, by = 'access.uid()') => tries(`INSERT INTO standard_text (user_id, unit_id, name, text, created_by) VALUES (${whose}, 'x', 'x', ${by})`)
/** Both work in the unit that is asked about. */
const colleagues: Call['declared'] = (asker) => ['coordinator', 'colleague'].includes(asker) || worker(asker)
const mine: Call['declared'] = (asker) => asker === 'coordinator' || worker(asker)
const retire = tries("UPDATE contact_topic SET position = 9 WHERE code = 'work'")
const moveKind = tries("UPDATE contact_kind SET position = 9 WHERE code = 'walk'")
const keeps: Call['declared'] = (asker) => may(asker, 'method.manage') || worker(asker)

/** Standard texts of a unit, and the kinds and topics of the log: who reads, writes and changes them. */
export const callsOfTexts: readonly Call[] = [
  row('standard_text', 'of the unit', read, colleagues, ofUnit('koordinator')),
  row('standard_text', 'of the unit, changed', change, colleagues, ofUnit('koordinator')),
  row('standard_text', 'of the unit, without the right', read, worker, `${ofUnit('koordinator')}; ${without('contact.record')}`),
  row('standard_text', 'of the unit, changed without the right', change, worker, `${ofUnit('koordinator')}; ${without('contact.record')}`),
  row('standard_text', 'one’s own', read, mine, own('koordinator')),
  row('standard_text', 'one’s own, changed', change, mine, own('koordinator')),
  row('standard_text', 'written for the unit', write(`NULL, ${unit('koordinator')}`), colleagues),
  row('standard_text', 'written for the unit in the name of another', write(`NULL, ${unit('koordinator')}`, user('away')), worker),
  row('standard_text', 'written for oneself', write('access.uid(), NULL'), (asker) => may(asker, 'contact.record') || worker(asker)),
  row('standard_text', 'written for oneself without the right', write('access.uid(), NULL'), worker, without('contact.record')),
  row('standard_text', 'written for another', write(`${user('away')}, NULL`), worker),
  row('contact_kind', 'changed', moveKind, keeps),
  row('contact_kind', 'changed without the right', moveKind, worker, without('method.manage')),
  row('contact_topic', 'changed', retire, keeps),
  row('contact_topic', 'changed without the right', retire, worker, without('method.manage')),
]
