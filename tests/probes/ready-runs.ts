import { createHash } from 'node:crypto'
import { target } from './people'
import type { Ready } from './ready'
import type { World } from './world'

const made = '019a0000-0000-7000-8000-0000000c0001'
const person = target('second').id
const ids: Ready['ids'] = () => ({ runId: made, personId: person })

/** A run at this step, made by a colleague and not by whoever asks, with one person who is to have a letter. */
const run = (state: string, more = '') => ({ users }: World) => `INSERT INTO run (id, name, template_id, first_template_id, due_through, letter_date, created_by, state, population, frozen_on, version)
  SELECT '${made}', 'Prøvens egen kørsel', (SELECT id FROM letter_template WHERE code = 'yearly-letter'), (SELECT id FROM letter_template WHERE code = 'first-letter'), '2027-12-31', current_date, '${users.uncleared}', '${state}', 1, current_date, 1;
  INSERT INTO run_member (run_id, person_id, run_group, reason, scope, due_on) VALUES ('${made}', '${person}', 'TO_SEND', 'yearly-letter-due', 'yearly-letter-due', '2026-02-01')${more}`
const letter = (set: string) => (world: World) => `UPDATE letter SET ${set} WHERE id = '${world.rows.get('letter')?.get('ordinary')?.id}'`
const last = "(SELECT id FROM run WHERE name = 'Årligt brev, maj 2026')"
const code = 'ACDEFGHJKMNPQRTA'

/** The yearly run, its letters and its invitations. */
export const readyRuns: Record<string, Ready> = {
  reviewRun: { sql: run('DRAFT'), ids }, cancelRun: { sql: run('DRAFT'), ids }, stopRun: { sql: run('RELEASED'), ids }, resumeRun: { sql: run('STOPPED'), ids },
  reopenRun: { sql: run('REVIEWED'), ids }, releaseRun: { sql: run('REVIEWED'), ids }, sendRest: { sql: run('SENT'), ids },
  closeRun: { sql: () => `UPDATE run SET state = 'SENT', version = 1 WHERE id = ${last}`, ids: async (_world, db) => ({ runId: String((await db.query(`SELECT ${last} AS id`)).rows[0].id) }) },
  excludeMember: { sql: run('DRAFT'), ids }, includeMember: { first: ['excludeMember'], ids },
  recordCarried: { sql: letter("channel = 'BY_HAND', state = 'RENDERED', sent_on = NULL, sent_at = NULL, returned_on = NULL") },
  settleLetter: { sql: letter("state = 'UNCERTAIN', sent_on = NULL, sent_at = NULL") },
  createInvitationRun: { sql: ({ events }) => `UPDATE year_event SET starts_at = '2027-06-01', ends_at = '2027-06-02' WHERE id = '${events[0]}'` },
  answerEvent: {
    sql: ({ events }) => `UPDATE invitation SET withdrawn_at = NULL WHERE event_id = '${events[0]}' AND person_id = '${target('ordinary').id}';
      INSERT INTO reply_code (person_id, event_id, code_hash, expires_at) VALUES ('${target('ordinary').id}', '${events[0]}', '\\x${createHash('sha256').update(code).digest('hex')}', now() + interval '9 days')`,
    ids: () => ({ code }), fields: () => [['code', code]],
  },
}
