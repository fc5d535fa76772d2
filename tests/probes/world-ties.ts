import type pg from 'pg'
import { target, targets } from './people'
import type { Row } from './planter'
import type { World } from './world'

const yesterday = 'current_date - 1'
/** The words of a consent have a least length, which a marker alone falls short of. */
export const agreed = (world: World, person: string) => `${world.planter.marker(person, 'consent', 'wording')} er talt igennem`

const keepRow = (world: World, table: string, key: string, row: Row): void => void (world.rows.get(table) ?? world.rows.set(table, new Map()).get(table))?.set(key, row)

/** Who is whose: families, colleagues, assignments, pairs that look alike, and a merge that was made. */
export async function plantTies(db: pg.Client, world: World): Promise<void> {
  const { planter, users } = world
  const id = (key: string) => target(key).id
  const keep = (table: string, key: string, row: Row) => keepRow(world, table, key, row)
  await db.query("UPDATE app_user SET person_id = $1 WHERE id = $2", [id('own'), users.coordinator])
  await planter.plant('relation', id('own'), { person_id: id('own'), related_person_id: id('spouse'), kind: 'SPOUSE' })
  // Written from the other side: family all the same.
  await planter.plant('relation', id('child'), { person_id: id('child'), related_person_id: id('own'), kind: 'CHILD' })
  keep('staff_relation', 'declared', await planter.plant('staff_relation', id('declared'), { user_id: users.coordinator, person_id: id('declared'), kind: 'SIBLING', from_day: '2020-01-01' }))
  keep('staff_relation', 'officer-kin', await planter.plant('staff_relation', id('officer-kin'), { user_id: users.officer, person_id: id('officer-kin'), kind: 'SIBLING', from_day: '2020-01-01' }))
  // Only stated, and matched whenever it is asked: by number, and by name and day of birth.
  await db.query("INSERT INTO staff_relation (user_id, kind, from_day, stated_hash) SELECT $1, 'SIBLING', '2020-01-01', keyed_hash FROM person_cpr WHERE person_id = $2", [users.coordinator, id('stated')])
  await db.query("INSERT INTO staff_relation (user_id, kind, from_day, stated_name, stated_born) SELECT $1, 'SIBLING', '2020-01-01', first_name || ' ' || last_name, birth_date FROM person WHERE id = $2", [users.coordinator, id('stated by name')])
  for (const [key, from, to] of [['assigned', '2025-01-01', null], ['assignment-ended', '2025-01-01', yesterday], ['assignment-to-come', 'current_date + 1', null]] as const)
    await db.query(`INSERT INTO assignment (user_id, person_id, reason, from_day, to_day) VALUES ($1, $2, 'responsible', ${from.startsWith('current') ? from : `'${from}'`}, ${to ?? 'NULL'})`, [users.caseworker, id(key)])
  for (const key of ['consented', 'withdrawn', 'expired consent', 'shielded', 'ordinary']) {
    const who = key === 'expired consent' ? 'consented' : key
    const { rows } = await db.query("SELECT unit_id AS id FROM app_user WHERE id = $1", [users.caseworker])
    const shared = await planter.plant('consent', id(who), { wording: agreed(world, id(who)), person_id: id(who), purpose: 'coordination', how: 'written', fields: ['contact', 'needs'], recipient_unit_id: rows[0].id, partner_id: null, recipient_name: null, given_on: key === 'expired consent' ? '2025-01-01' : '2026-01-15', expires_on: key === 'expired consent' ? '2025-12-31' : '2027-01-14', recorded_by: users.colleague })
    keep('shared', key, shared)
    if (key === 'withdrawn') await planter.plant('consent_withdrawal', id(who), { consent_id: shared.id, person_id: id(who), how: 'spoken', withdrawn_on: '2026-01-16', recorded_by: users.colleague })
  }
  for (const row of (await db.query<{ id: string; person_id: string }>('SELECT id, person_id FROM person_protection')).rows) {
    const who = targets.find((one) => one.id === row.person_id)
    if (who) keep('person_protection', who.key, row)
  }
  // Protected once, and no more: who said so and why it ended are kept.
  await planter.plant('person_protection', id('second'), { person_id: id('second'), level: 'P1', basis: 'OWN', via_id: null, from_day: '2024-01-01', to_day: null, lifted_at: new Date(), lifted_by: users.colleague, noted_by: users.colleague, lift_reason: `${planter.marker(id('second'), 'person_protection', 'lift_reason')} er ikke mere` })
  for (const who of targets.filter(({ key }) => key !== 'ordinary' && key !== 'own')) {
    keep('relation', who.key, await planter.plant('relation', who.id, { person_id: who.id, related_person_id: id('ordinary'), kind: 'FRIEND' }))
    const [left, right] = [id('ordinary'), who.id].sort()
    keep('duplicate_pair', who.key, await planter.plant('duplicate_pair', who.id, { left_id: left, right_id: right, score: 90, reasons: ['same-name'], state: 'OPEN' }))
    keep('person_merge', who.key, await planter.plant('person_merge', who.id, { kept_id: who.id, merged_id: id('merged-refugee'), merged_by: users.colleague, merged_at: new Date() }))
  }
}

/** Reasons of today, and glass that was broken: what it opens, what ended it, and what it does not lift (own family, a shielded person, a protected address). */
export async function plantReasons(db: pg.Client, { users }: World): Promise<void> {
  for (const who of ['coordinator', 'colleague', 'uncleared']) await db.query("INSERT INTO access_reason (user_id, person_id, day, code) VALUES ($1, $2, access.today(), 'covering')", [users[who], target('explained').id])
  const broken = [
    ['caseworker', 'emergency', "now() + interval '4 hours'", 'NULL'], ['uncleared', 'emergency', "now() + interval '4 hours'", 'NULL'],
    ['caseworker', 'emergency-over', "now() - interval '1 second'", 'NULL'],
    // The newest decides: ended by hand, and the one before it would have gone on.
    ['uncleared', 'emergency-over', "now() + interval '8 hours'", 'NULL'], ['uncleared', 'emergency-over', "now() + interval '4 hours'", 'now()'],
    ...['coordinator', 'uncleared', 'caseworker'].map((who) => [who, 'emergency-secret', "now() + interval '4 hours'", 'NULL']),
    ['coordinator', 'own', "now() + interval '4 hours'", 'NULL'], ['uncleared', 'shielded', "now() + interval '4 hours'", 'NULL'], ['officer', 'emergency', "now() + interval '4 hours'", 'NULL'],
  ] as const
  for (const [at, [who, whom, until, ended]] of broken.entries())
    await db.query(`INSERT INTO break_glass (user_id, person_id, code, note, from_at, until_at, ended_at) VALUES ($1, $2, 'duty', 'Vagten skulle bruge et nummer i nat', now() - make_interval(mins => $3), ${until}, ${ended})`, [users[who], target(whom).id, 60 - at])
}

/**
 * Some agreed that those who lead volunteers may know them and what they need. One is told of; one took it back; the protected stand as a number whatever they agreed to. Planted where pages are asked, and not where the database is: there everybody agrees and takes back as the question wants it.
 */
export async function plantReferrals(db: pg.Client, world: World): Promise<void> {
  const { planter, users } = world
  const { rows: [lead] } = await db.query('SELECT unit_id AS id FROM app_user WHERE id = $1', [users['volunteer lead']])
  for (const key of ['consented', 'withdrawn', 'secret', 'shielded']) {
    const { id } = target(key)
    const row = await planter.plant('consent', id, { wording: agreed(world, id), person_id: id, purpose: 'referral', how: 'written', fields: ['needs', 'contact'], recipient_unit_id: lead.id, partner_id: null, recipient_name: null, recipient_volunteer_id: null, given_on: '2026-01-15', expires_on: '2027-01-14', recorded_by: users.colleague })
    if (key === 'withdrawn') await planter.plant('consent_withdrawal', id, { consent_id: row.id, person_id: id, how: 'spoken', withdrawn_on: '2026-01-16', recorded_by: users.colleague })
    keepRow(world, 'referred', key, row)
  }
}

/** Who signs in for an association speaks for one of the demo as well, and more lately: from now on for nobody, or for the one of the probes. */
export const speaksForNobody = ({ users }: World): string => `UPDATE association_representative SET to_day = from_day WHERE user_id = '${users.association}'`
export const speaksForOurs = (world: World): string => `${speaksForNobody(world)} AND association_id <> '${world.association[0]}'`
