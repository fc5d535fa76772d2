import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { lastingly } from './oracle'
import { behind, nobody, ofEach, once, partly, person, without } from './questions'
import { agreed, both, died, familyOf, helper, helps, lead, match, ofThese, request, sparing, standsAt, tellable, tiedTo, withdrawn } from './volunteering'

/** Who waits for a volunteer, who meets one, and who hears of whom: those who lead volunteers a number of everybody, a name of those who agreed, and nobody else anything. */
const inRegister = (key: string) => target(key).past !== 'merged'
const waits = (more = 'true') => `EXISTS (SELECT 1 FROM access.waiting_requests() w WHERE w.id = ${request} AND ${more})`
const named = 'w.told AND w.person_id = k.id AND w.name IS NOT NULL'
const told = ofThese(lead, tellable)
const another = "(SELECT id FROM unit WHERE kind <> 'VOLUNTEERING' LIMIT 1)"

/** Consents that name nobody to them: given to others, for something else, over, not begun, taken back. */
const idle: readonly [string, string][] = [
  ['to another unit', agreed({ to: another })], ['for another purpose', agreed({ purpose: 'coordination' })], ['that has run out', agreed({ from: '-30', until: '-1' })], ['that begins tomorrow', agreed({ from: '1' })],
  ['that was taken back', both(agreed(), withdrawn)], ['of people who died', both(agreed(), died)], ['without the right to what is shared', both(agreed(), without('person.read.shared'))],
]
const waiting: readonly Call[] = [
  ofEach('waiting_requests', waits(), ofThese(lead, inRegister)),
  ofEach('waiting_requests, by name', waits(named), told, agreed()),
  ofEach('waiting_requests, by name without a consent', waits('w.told OR w.person_id IS NOT NULL OR w.name IS NOT NULL OR w.times IS NOT NULL OR w.words IS NOT NULL'), nobody),
  ...idle.map(([name, first]) => ofEach(`waiting_requests, by name with a consent ${name}`, waits('w.told OR w.person_id IS NOT NULL OR w.name IS NOT NULL'), nobody, first)),
  ofEach('waiting_requests, needs', waits("w.needs AND w.words IS NOT NULL AND w.languages IS NOT NULL"), told, agreed({ fields: "'needs'" })),
  ofEach('waiting_requests, needs that were not agreed to', waits('w.needs OR w.words IS NOT NULL OR w.languages IS NOT NULL OR w.challenges IS NOT NULL'), nobody, agreed({ fields: "'contact'" })),
  ofEach('waiting_requests, of one’s own family', waits(named), ofThese(lead, (key) => tellable(key) && key !== 'ordinary'), both(agreed(), familyOf('frivilligleder', 'ordinary'))),
  ofEach('waiting_requests of the dead', waits(), nobody, died),
  ofEach('waiting_requests without the right', waits(), nobody, without('volunteer.match')),
  ofEach('waiting_requests for a meeting that has begun', waits(), nobody, behind("UPDATE volunteer_request SET role_code = 'companion', for_meeting = true; UPDATE companion_meeting c SET request_id = r.id, kin = NULL, kin_name = NULL, starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour' FROM volunteer_request r WHERE r.person_id = c.person_id")),
  ofEach('waiting_requests that were met', waits(), nobody, behind("UPDATE volunteer_request_state SET state = 'met'")),
]

const pair = `EXISTS (SELECT 1 FROM access.request_pairs(${request}) p WHERE p.volunteer_id = ${helper})`
const between = `EXISTS (SELECT 1 FROM access.pairs_between() p WHERE p.request_id = ${request} AND p.volunteer_id = ${helper})`
const asked = `EXISTS (SELECT 1 FROM access.asked_pairs() p WHERE p.request_id = ${request} AND p.volunteer_id = ${helper})`
/** The volunteer is family of whoever leads them, or shielded as a citizen. */
const closed: readonly [string, string][] = [['one’s own family', both(tiedTo('ordinary'), familyOf('frivilligleder', 'ordinary'))], ['shielded', tiedTo('shielded')]]
const pairs: readonly Call[] = [
  ...([['request_pairs', pair], ['pairs_between', between], ['asked_pairs', asked]] as const).flatMap(([name, sql]) => [
    ofEach(name, sql, told, agreed()), ofEach(`${name} without a consent`, sql, nobody), ofEach(`${name} without the right`, sql, nobody, both(agreed(), without('volunteer.match'))),
    ...closed.map(([which, first]) => ofEach(`${name} of a volunteer who is ${which}`, sql, nobody, both(agreed(), first))),
  ]),
  ofEach('wished_volunteers', `EXISTS (SELECT 1 FROM access.wished_volunteers() w WHERE w.request_id = ${request})`, told, both(agreed(), behind(`UPDATE volunteer_request SET wished_volunteer_id = ${helper}`))),
  ...closed.map(([which, first]) => ofEach(`wished_volunteers, ${which}`, `EXISTS (SELECT 1 FROM access.wished_volunteers() w WHERE w.request_id = ${request})`, nobody, both(agreed(), behind(`UPDATE volunteer_request SET wished_volunteer_id = ${helper}`), first))),
  once('volunteer_loads', `${helper} IN (SELECT l.volunteer_id FROM access.volunteer_loads() l)`, lead),
  once('volunteer_loads without the right', `${helper} IN (SELECT l.volunteer_id FROM access.volunteer_loads() l)`, nobody, without('volunteer.match')),
  ...closed.map(([which, first]) => once(`volunteer_loads, ${which}`, `${helper} IN (SELECT l.volunteer_id FROM access.volunteer_loads() l)`, nobody, first)),
].map(partly)

const known = (more = 'true') => `EXISTS (SELECT 1 FROM access.known_matches() m WHERE m.id = ${match} AND ${more})`
const there = ofThese(lead, () => true)
/** Lists that belong to a match: what is in them, and the words of it. */
const lists: readonly [string, string, string][] = [['match_follow_ups', 'words', ''], ['match_check_ins', 'words', ''], ['match_meetings', '', ''], ['match_concerns', 'words', 'all']].map(([name = '', words = '', all = '']) => [
  name, `EXISTS (SELECT 1 FROM access.${name}(${all ? '' : match}) l WHERE l.match_id = ${match})`, words && `EXISTS (SELECT 1 FROM access.${name}(${all ? '' : match}) l WHERE l.match_id = ${match} AND l.${words} IS NOT NULL)`,
])
const matches: readonly Call[] = [
  ofEach('known_matches', known(), there), ofEach('known_matches, by name', known('m.told AND m.person_id = k.id AND m.name IS NOT NULL'), told, agreed()),
  ofEach('known_matches, by name without a consent', known('m.told OR m.person_id IS NOT NULL OR m.name IS NOT NULL'), nobody),
  ofEach('known_matches, for another purpose', known('m.told OR m.person_id IS NOT NULL OR m.name IS NOT NULL'), nobody, agreed({ purpose: 'coordination' })),
  ofEach('known_matches without the right', known(), nobody, without('volunteer.match')),
  ofEach('known_matches of one’s own family', known(), ofThese(lead, (key) => key !== 'ordinary'), familyOf('frivilligleder', 'ordinary')),
  ...closed.map(([which, first]) => ofEach(`known_matches of a volunteer who is ${which}`, known(), nobody, first)),
  ...lists.flatMap(([name, is, words]) => [ofEach(name, is, there), ofEach(`${name} without the right`, is, nobody, without('volunteer.match')), ...(words ? [ofEach(`${name}, in words`, words, told, agreed()), ofEach(`${name}, in words without a consent`, words, nobody)] : [])]),
  ofEach('meeting_matches', `${match} IN (SELECT access.meeting_matches())`, there, behind('UPDATE volunteer_request SET for_meeting = true')),
  ofEach('meeting_matches of one’s own family', `${match} IN (SELECT access.meeting_matches())`, ofThese(lead, (key) => key !== 'ordinary'), both(behind('UPDATE volunteer_request SET for_meeting = true'), familyOf('frivilligleder', 'ordinary'))),
  ...[...closed, ['hers who may not', without('volunteer.match')] as const].map(([which, first]) => ofEach(`meeting_matches, ${which}`, `${match} IN (SELECT access.meeting_matches())`, nobody, both(behind('UPDATE volunteer_request SET for_meeting = true'), first))),
].map(partly)

/** What whoever has the person in hand reads of volunteers. */
const shown = both(helps, behind(`UPDATE volunteer_showing SET shown = true, about = 'Går gerne en tur' WHERE volunteer_id = ${helper}`))
const offered = `${helper} IN (SELECT c.volunteer_id FROM access.volunteer_catalogue(k.id) c)`
const carers: Call['declared'] = (asker, key) => lastingly('volunteer.request')(asker, key)
const matchedWith = `EXISTS (SELECT 1 FROM access.person_pairs(k.id) p WHERE p.volunteer_id = ${helper} AND p.match_id IS NOT NULL)`
const persons: readonly Call[] = [
  ofEach('volunteer_catalogue', offered, carers, shown), ofEach('volunteer_catalogue without the right', offered, nobody, both(shown, without('volunteer.request'))),
  ofEach('volunteer_catalogue, of one who pauses', offered, nobody, both(shown, standsAt('paused'))), ofEach('volunteer_catalogue, of one who is not shown', offered, nobody, helps.concat('; ', behind('UPDATE volunteer_showing SET shown = false, about = NULL'))),
  ...['shielded', 'protected'].map((key) => ofEach(`volunteer_catalogue, of one who is ${key} as a citizen`, offered, nobody, both(shown, tiedTo(key)))),
  ofEach('volunteer_catalogue, of one’s own family', offered, (asker, key) => carers(asker, key) && asker !== 'coordinator' && !['spouse', 'own'].includes(key), both(shown, tiedTo('spouse'))),
  ofEach('person_pairs', matchedWith, carers), ofEach('person_pairs without the right', matchedWith, nobody, without('volunteer.request')),
  ofEach('person_pairs, of one’s own family', matchedWith, (asker, key) => carers(asker, key) && asker !== 'coordinator', tiedTo('spouse')),
  ofEach('person_pairs that are asked', `EXISTS (SELECT 1 FROM access.person_pairs(k.id) p WHERE p.volunteer_id = ${helper})`, (asker, key) => carers(asker, key) && tellable(key), both(agreed(), behind('DELETE FROM volunteer_match_end; DELETE FROM volunteer_match'))),
].map(partly)

const tied = `access.tie_volunteer(k.id, 4711) = ${helper}`
// But for whom a colleague is family of by name: with another name they would be so no longer.
const namesakes = behind(`DELETE FROM volunteer_tie; UPDATE volunteer SET first_name = 'Prøve', last_name = 'Prøvesen' WHERE id = ${helper}; UPDATE person SET first_name = 'Prøve', last_name = 'Prøvesen' WHERE id <> ${person('stated by name')}`)
const ties: readonly Call[] = [
  ofEach('tie_volunteer', tied, (asker, key) => lastingly('volunteer.tie')(asker, key) && inRegister(key) && key !== 'stated by name', namesakes),
  ofEach('tie_volunteer without the right', tied, nobody, both(namesakes, without('volunteer.tie'))),
  ofEach('tie_volunteer of another name', tied, nobody, behind('DELETE FROM volunteer_tie')),
].map(partly)

export const callsOfWaiting: readonly Call[] = [...waiting.map(partly), ...pairs, ...matches, ...persons, ...ties].map(sparing)
export { closed }
