import type { Ground } from '../ground'
import { asker } from './relations'
import { holds } from './fields'
import { inside, type Outside } from './world'

/** What each citizen had let the volunteer know is taken back, each in another way: consent, the match, protection, death. None of them may be read a moment later. */
export async function takeBack({ db, world }: Ground, { citizens }: Outside): Promise<void> {
  const by = world.users[inside('volunteer lead').key]
  const ways = [
    (id: string) => db.query("INSERT INTO consent_withdrawal (id, consent_id, person_id, withdrawn_on, how, recorded_by) SELECT gen_random_uuid(), c.id, c.person_id, access.today(), 'spoken', $2 FROM consent c WHERE c.person_id = $1 AND c.recipient_volunteer_id IS NOT NULL", [id, by]),
    (id: string) => db.query("INSERT INTO volunteer_match_end (match_id, person_id, ended_on, ended_by, cause, met, recorded_by) SELECT m.id, m.person_id, access.today(), 'person', 'other', true, $2 FROM volunteer_match m WHERE m.person_id = $1 AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id)", [id, by]),
    (id: string) => db.query('UPDATE person SET died_on = access.today() WHERE id = $1', [id]),
  ]
  for (const [at, { id }] of citizens.filter((one) => holds(one) || one.asked === 'answered').entries()) await ways[at % ways.length]?.(id)
}

/** The volunteer has ended and the representative speaks for nobody; their users and sessions are left as they are. */
export async function endEverything({ db, world }: Ground, outside: Outside): Promise<void> {
  const by = world.users[inside('volunteer lead').key]
  await db.query("INSERT INTO volunteer_step (volunteer_id, number, step, on_day, reason, recorded_by) VALUES ($1, 99, 'ended', access.today(), 'wish', $2)", [outside.volunteer, by])
  await db.query('UPDATE association_representative SET to_day = access.today() - 1 WHERE association_id = $1', [outside.association.id])
  // As if somebody had given the role anew, and forgotten that there is no volunteer behind it.
  await db.query("UPDATE app_user SET active = true WHERE email = $1", [asker('volunteer').email])
  await db.query("INSERT INTO role_grant (user_id, role, from_day) SELECT id, 'VOLUNTEER', access.today() FROM app_user u WHERE email = $1 AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role = 'VOLUNTEER' AND g.to_day IS NULL)", [asker('volunteer').email])
}
