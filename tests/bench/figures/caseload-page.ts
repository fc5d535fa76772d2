import type { Actor } from '@/lib/access/permissions'
import { builtActions } from '@/tests/probes/action-list'
import { plain } from '@/tests/probes/action-forms'
import { ask, compare, keepStatements } from '../bare-pages'
import { CITIZENS, CONTACTS, generateCasework } from '../casework-data'
import { mainQuery } from '../main-query'
import { benchActor } from '../session'
import type { Figure } from './figure'

const words = { agreed: 'Vi tales ved igen på torsdag', 'note.general': 'Vi talte om ugen der gik, om søvnen og om praktikken.' }

async function saveMainQueries(actor: Actor, person: string, log: (line: string) => void) {
  const { myDay } = await import('@/lib/casework/day/queries')
  const { queueList } = await import('@/lib/casework/queues/queries')
  const { queueState } = await import('@/lib/casework/queues/schema')
  const { personContacts } = await import('@/lib/casework/contacts/queries')
  const { personOverview } = await import('@/lib/people/record/queries')
  const { nextStepPart } = await import('@/lib/outreach/due/queries')
  const { caseworkPart } = await import('@/lib/casework/overview/queries')
  const { bothParts } = await import('@/lib/people/record/also/sql')
  const { today } = await import('@/lib/platform/clock')
  const statements = {
    caseload: await mainQuery(() => queueList(actor, today(), queueState({}))),
    day: await mainQuery(() => myDay(actor, today(), null)),
    person: await mainQuery(() => personOverview(actor, person, bothParts(({ actor: reader, tx }) => nextStepPart(reader, tx, person, today()), async ({ actor: reader }) => caseworkPart(reader, person, today())))),
    contacts: await mainQuery(() => personContacts(actor, person, 1, ({ actor: reader, tx }) => nextStepPart(reader, tx, person, today()))),
  }
  for (const [name, { milliseconds }] of Object.entries(statements)) log(`main query of ${name}: ${milliseconds.toFixed(0)} ms the first time`)
  keepStatements(actor, { ...statements, save: { name: 'save', text: '', values: [actor.userId] } })
}

/** A contact as a browser without scripts sends it: the answer is the redirect after it was written. */
function saving(address: string, cookie: string, person: string) {
  const action = builtActions().find(({ name }) => name.endsWith(' logContact'))
  if (!action) throw new Error('logContact is not in the build')
  const [year, month, day] = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).split('-').map(Number)
  const path = `/people/${person}/contacts`
  const fields = { personId: person, outcome: 'reached', kind: 'phone', at: '10:00', 'happenedOn.day': String(day), 'happenedOn.month': String(month), 'happenedOn.year': String(year), ...words }
  const { body, headers } = plain(action, Object.entries(fields), { cookie, origin: address }, path)
  return ask(address + path, { method: 'POST', body: new Uint8Array(body as Buffer), headers: headers ?? {}, status: 303 })
}

function savingBare(address: string, person: string) {
  let form: FormData | undefined
  return async () => {
    if (!form) {
      const page = await (await fetch(`${address}/save`)).text()
      form = new FormData()
      for (const [name, value] of Object.entries({ [/\$ACTION_ID_[0-9a-f]+/.exec(page)?.[0] ?? '']: '', personId: person, ...words })) form.set(name, value)
    }
    return ask(`${address}/save`, { method: 'POST', body: form, status: 303 })()
  }
}

const figure: Figure = {
  bound: 'fixed count ≤ 8; ≤ 2 ×',
  database: true,
  async figure({ seed, log, ownerUrl }) {
    log(`generating ${CITIZENS} people and ${CONTACTS} contacts …`)
    const { actor, cookie } = await benchActor(ownerUrl, 'CASEWORKER')
    const other = await benchActor(ownerUrl, 'CASEWORKER')
    const { mine } = await generateCasework(ownerUrl, seed, actor.userId)
    const [person = '', second = ''] = mine
    await saveMainQueries(actor, person, log)
    const headers = { cookie }
    return compare(ownerUrl, (ours, bare) => [
      // A caseload of nobody must cost as many statements as one of sixty.
      { name: 'caseload', ours: ask(`${ours}/caseload`, { headers }), also: ask(`${ours}/caseload`, { headers: { cookie: other.cookie } }), bare: ask(`${bare}/rows/caseload`), rounds: 45 },
      { name: 'first page', ours: ask(ours, { headers }), also: ask(ours, { headers: { cookie: other.cookie } }), bare: ask(`${bare}/rows/day`), rounds: 45 },
      { name: 'person page', ours: ask(`${ours}/people/${person}`, { headers }), also: ask(`${ours}/people/${second}`, { headers }), bare: ask(`${bare}/rows/person`), rounds: 45 },
      { name: 'contact log', ours: ask(`${ours}/people/${person}/contacts`, { headers }), also: ask(`${ours}/people/${second}/contacts`, { headers }), bare: ask(`${bare}/rows/contacts`), rounds: 45 },
      { name: 'saving a contact', ours: saving(ours, cookie, person), also: saving(ours, cookie, second), bare: savingBare(bare, person), rounds: 45 },
    ])
  },
}
export default figure
