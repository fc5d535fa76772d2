import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { may, reaches } from './oracle'
import { behind, nobody, ofEach, user } from './questions'

/** Everybody lives protected at one address of their own making, the only one there is. */
const lives = (toDay = 'NULL') => `${behind('DELETE FROM protected_address')}; ${behind(`INSERT INTO protected_address (person_id, street, number, postcode, town, source, to_day) SELECT person_id, 'Prøvestensvej', '77', '8900', 'Randers C', 'proof', ${toDay} FROM proof.known`)}`
const told = (words: string) => `access.tells_address(ARRAY[k.id], ARRAY['Talt om skole', '${words}']) -> 'at' = '[1]'`
const address = 'Bor nu Prøvestensv. 77'
const guess = 'Bor vist Andenvej 12'
const seen: Call['declared'] = (asker, key) => may(asker, 'person.read') && reaches(asker, key)
const guessed = (by: string, action = 'words.address-refused', at = "now() - interval '23 hours'", times = 5) => `INSERT INTO audit_event (id, at, kind, action, actor_user_id, person_id)
  SELECT uuidv7(), ${at}, 'DENIED', '${action}', u.id, p.person_id FROM proof.known p, (SELECT id FROM app_user WHERE ${by}) u, generate_series(1, ${times})`
const everybody = 'true'

/** Whether a text tells a protected address: of whom one reaches, and after some guesses the same to every text. */
export const callsOfWords: readonly Call[] = [
  ofEach('tells_address', told(address), seen, lives()),
  ofEach('tells_address of another address', told(guess), nobody, lives()),
  ofEach('tells_address they left less than a year ago', told(address), seen, lives('access.today() - 364')),
  ofEach('tells_address they left a year ago', told(address), nobody, lives('access.today() - 365')),
  ofEach('tells_address of somebody close', told(address), (asker, key) => seen(asker, key) && key === 'second', `${lives()}; ${behind(`DELETE FROM protected_address WHERE person_id <> '${target('client').id}'; DELETE FROM relation;
    INSERT INTO relation (person_id, related_person_id, kind) VALUES ('${target('second').id}', '${target('client').id}', 'CHILD')`)}`),
  ofEach('tells_address of whoever has somebody close', told(address), (asker, key) => seen(asker, key) && key === 'second', `${lives()}; ${behind(`DELETE FROM protected_address WHERE person_id <> '${target('client').id}'; DELETE FROM relation;
    INSERT INTO relation (person_id, related_person_id, kind) VALUES ('${target('client').id}', '${target('second').id}', 'CHILD')`)}`),
  ofEach('tells_address after five guesses', told(guess), seen, `${lives()}; ${guessed(everybody)}`),
  ofEach('tells_address after four guesses', told(guess), nobody, `${lives()}; ${behind('DELETE FROM relation')}; ${guessed(everybody, undefined, undefined, 4)}`),
  ofEach('tells_address after five guesses of a colleague', told(guess), nobody, `${lives()}; ${guessed(`id = ${user('away')}`)}`),
  ofEach('tells_address after five look-ups', told(guess), nobody, `${lives()}; ${guessed(everybody, 'person.viewed')}`),
  ofEach('tells_address after five guesses the day before', told(guess), nobody, `${lives()}; ${guessed(everybody, undefined, "now() - interval '25 hours'")}`),
  ofEach('tells_address after five guesses, in a text without a number', told('Talt om et hus'), nobody, `${lives()}; ${guessed(everybody)}`),
  ofEach('tells_address after five guesses, of nobody protected', told(guess), nobody, `${behind('DELETE FROM protected_address')}; ${guessed(everybody)}`),
]
