import type { Call } from './calls'
import { cleared, lastingly, may } from './oracle'
import { behind, carries, holds, known, nobody, ofEach, once, partly, person, row, tries, user, without, worker } from './questions'

/** Two records that become one or two again, a protection that is lifted, and what somebody who has left leaves behind. */
const reached = (sql: string) => `(${sql}) ->> 'refused' IS DISTINCT FROM 'notFound'`
const into = reached(`access.merge_people(${person('ordinary')}, k.id, '{}', false, false)`)
const from = reached(`access.merge_people(k.id, ${person('ordinary')}, '{}', false, false)`)
const both = (asker: string, key: string) => key !== 'ordinary' && lastingly('person.merge')(asker, key) && lastingly('person.merge')(asker, 'ordinary')
const used = "UPDATE person SET merged_into_id = id WHERE merged_into_id IS NULL"
const undoes = reached('access.undo_merge((SELECT id FROM proof.merge))')
const kept = (key: string) => `${known('merge', 'SELECT id FROM person_merge LIMIT 1')}; ${behind(`UPDATE person_merge SET kept_id = ${person(key)}`)}`
/** What the merge did to the protection, which undoing it would lift again. */
const lifted = (former: string, latter: string) => `${kept('ordinary')}; ${behind(`UPDATE person_merge SET merged_at = now(), undone_at = NULL, before = '[{"t": "person", "id": "019a0000-0000-7000-8000-0000000d0501", "former": {"protection": "${former}"}, "latter": {"protection": "${latter}"}}]'; UPDATE person SET merged_into_id = ${person('ordinary')} WHERE id = (SELECT merged_id FROM person_merge LIMIT 1)`)}`
const lifts = "access.undo_merge((SELECT id FROM proof.merge)) ->> 'refused' = 'liftProtection'"
const merging: readonly Call[] = [
  // Nothing more than who may: all of them are merged already, and told so.
  ofEach('merge_people', into, both, behind(used)), ofEach('merge_people the other way', from, both, behind(used)),
  ofEach('merge_people without the right', into, nobody, `${behind(used)}; ${without('person.merge')}`),
  once('undo_merge', undoes, carries('person.merge'), kept('ordinary')),
  once('undo_merge without the right', undoes, nobody, `${kept('ordinary')}; ${without('person.merge')}`),
  once('undo_merge of somebody one does not reach', undoes, nobody, kept('refugee')),
  once('undo_merge that lifts a protection', lifts, (asker) => carries('person.merge')(asker) && !cleared(asker, 'PROTECTED_ADDRESS'), lifted('P0', 'P1')),
  once('undo_merge that lifts no protection', lifts, nobody, lifted('P0', 'P3')),
  once('undo_merge that leaves a protection', lifts, nobody, lifted('P1', 'P1')),
].map(partly)

const ungrounded = behind(`DELETE FROM person_protection WHERE person_id = ${person('protected')}`)
const lives = (key: string) => `INSERT INTO address (person_id, street, number, postcode, town, source) VALUES (${person(key)}, 'Zzgade', '1', '5000', 'Odense C', 'test')`
const at = (table: string) => `EXISTS (SELECT 1 FROM ${table} WHERE person_id = ${person('ordinary')})`
const protecting: readonly Call[] = [
  row('person', 'a protection nothing holds any more, lifted', tries(`UPDATE person SET protection = 'P0' WHERE id = ${person('protected')}`), (asker) => (carries('person.update', 'protected')(asker) && cleared(asker, 'PROTECTED_ADDRESS')) || worker(asker), ungrounded),
  holds('an address is kept behind a protection that is raised', `EXISTS (SELECT 1 FROM protected_address WHERE person_id = ${person('protected')})`, `${lives('protected')}; UPDATE person SET protection = 'P2' WHERE id = ${person('protected')}`),
  holds('the address of whoever is shielded and no more stays where it is', `${at('address')} AND NOT ${at('protected_address')}`, `${lives('ordinary')}; UPDATE person SET protection = 'P3' WHERE id = ${person('ordinary')}`),
  holds('the address of whoever is protected goes behind the protection', `${at('protected_address')} AND NOT ${at('address')}`, `${lives('ordinary')}; UPDATE person SET protection = 'P1' WHERE id = ${person('ordinary')}`),
]

const leftOver = (of: string) => `DELETE FROM assignment; INSERT INTO assignment (user_id, person_id, reason, from_day, to_day) VALUES (${user(of)}, ${person('refugee')}, 'responsible', '2025-01-01', current_date - 1)`
const manages = behind(`INSERT INTO role_grant (user_id, role, from_day) VALUES (${user('koordinator')}, 'MANAGER', '2024-01-01')`)
const gone = (of: string) => behind(`UPDATE app_user SET active = false WHERE id = ${user(of)}`)
const left = (of: string) => `${user(of)} IN (SELECT l.id FROM access.left_in_unit() l)`
const leaving: readonly Call[] = [
  once('left_in_unit', left('kollega'), (asker) => ['coordinator', 'manager'].includes(asker) || may(asker, 'user.manage'), `${leftOver('kollega')}; ${manages}; ${gone('kollega')}`),
  once('left_in_unit of another unit', left('sagsbehandler'), (asker) => may(asker, 'user.manage'), `${leftOver('sagsbehandler')}; ${manages}; ${gone('sagsbehandler')}`),
  once('left_in_unit of whoever is there', left('kollega'), nobody, `${leftOver('kollega')}; ${manages}`),
].map(partly)

export const callsOfMerging: readonly Call[] = [...merging, ...protecting, ...leaving]
