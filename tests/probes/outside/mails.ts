import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { formOf, scripted } from '../action-forms'
import { builtActions } from '../action-list'
import { headersOf } from '../action-probes'
import type { Ground } from '../ground'
import type { Asked } from './visits'
import { markersIn } from './visits'
import { asker } from './relations'
import { citizenOf, type Outside } from './world'

type Mail = { to: string; text: string }

/** What somebody may be called in a mail to themselves, and by which address it finds them. Of anybody else nothing. */
const own = ['volunteer.first_name', 'volunteer.email', 'person.first_name', 'contact_point.value']

/** Every mail that matching sends, and the link a volunteer asks for. What stands in the outbox is what leaves. Says since when. */
export async function sendMatchMails(ground: Ground, outside: Outside): Promise<Date> {
  const since = (await ground.db.query<{ now: Date }>('SELECT now() AS now')).rows[0]!.now
  const agreed = citizenOf(outside, 'both said yes')
  const ids = { volunteerId: outside.volunteer, asked: citizenOf(outside, 'to be asked').requestId, agreed: agreed.requestId, meetingId: citizenOf(outside, 'goes along').meetingId }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/probes/outside/mail-worker.ts', JSON.stringify(ids)])
  if (!stdout.includes('"started":1')) throw new Error(`A match both have said yes to did not begin: ${stdout}`)
  // From here on the volunteer may know of them what they said yes to.
  Object.assign(agreed, { match: 'runs', consent: { fields: ['contact'] } })
  const forLink = builtActions().find(({ name }) => name.endsWith(' askForLink'))
  if (forLink) await ground.send(scripted(forLink, formOf(forLink, {}, [['email', asker('volunteer').email ?? ''], ['submission', randomUUID()]]), headersOf(ground, asker('nobody'), {}), '/sign-in'))
  return since
}

/** Mails to those the probes planted, with what stands in them that is not the receiver's own name. */
export async function judgeMails(ground: Ground, outside: Outside, since: Date): Promise<{ sent: number; wrong: string[]; links: Asked[] }> {
  const { rows } = await ground.db.query<Mail & { calendar: string | null }>("SELECT recipient AS to, concat_ws(E'\\n', subject, body, calendar) AS text FROM outbox_message WHERE channel = 'EMAIL' AND created_at >= $1", [since])
  const receivers = [outside.volunteer, outside.otherVolunteer, outside.formerVolunteer, ...outside.citizens.map(({ id }) => id)]
  const wrong: string[] = []
  const links: Asked[] = []
  let sent = 0
  for (const { to, text } of rows) {
    const owner = to === asker('volunteer').email ? outside.volunteer : markersIn(ground, to).find(({ person }) => receivers.includes(person))?.person
    // All of their first names are theirs, also those they are not called by.
    const found = markersIn(ground, text).filter(({ person, table, column }) => person.replace(/ kept$/, '') !== owner || !own.includes(`${table}.${column}`))
    if (!owner && found.length === 0) continue
    sent++
    for (const { person, table, column } of found) wrong.push(`mail to ${owner ? outside.nameOf(owner) : 'somebody else'}: ${table}.${column} of ${outside.nameOf(person)}`)
    for (const [, path = '', code = ''] of text.matchAll(/\/frivillig\/(svar|tjek)\/(\w+)/g))
      links.push({ asker: asker('nobody'), path: `/frivillig/${path}/[code]`, side: owner === outside.volunteer ? 'volunteer' : 'person', probe: { path: `/frivillig/${path}/${code}`, headers: { accept: 'text/html', ...headersOf(ground, asker('nobody'), {}) } } })
  }
  return { sent, wrong, links }
}
