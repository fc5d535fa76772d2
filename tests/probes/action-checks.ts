import { randomUUID } from 'node:crypto'
import { formOf, scripted, plain } from './action-forms'
import { builtActions, type BuiltAction } from './action-list'
import { carrierOf } from './carriers'
import { flags, headersOf, mayUse, rightIds, standing } from './action-probes'
import { effects } from './effects'
import type { Ground } from './ground'
import type { Answer } from './http'
import { type Subject, subjects } from './people'

export type Checks = { sent: number; wrong: string[]; /** Actions that did what their form says. */ done: string[]; refused: string[]; /** Turned away at the form itself: the probes of this action prove little. */ unread: string[] }

/** The first of the subjects who may: a role, and for actions without one the visitor. */
function user(action: BuiltAction): Subject {
  const found = action.may === null ? subjects.at(-1) : subjects.find((subject) => mayUse(action, subject) && subject.key !== 'coordinator') ?? subjects.find((subject) => mayUse(action, subject))
  if (!found) throw new Error(`Nobody may ${action.name}`)
  return found
}

const foreign = ['https://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1.evil.example'] as const

/** Every action with a good form, from another site: nothing may happen, however it is sent. `one`: from one other site instead of several. */
export async function fromElsewhere(ground: Ground, one = false): Promise<Checks> {
  const checks: Checks = { sent: 0, wrong: [], done: [], refused: [], unread: [] }
  await effects(ground.db)
  for (const action of builtActions()) {
    const subject = user(action)
    const cookie = await ground.freshCookie(subject)
    const answers = await Promise.all((one ? foreign.slice(0, 1) : foreign).flatMap((origin) => [scripted, plain].map(async (how) => {
      const form = formOf(action, rightIds(ground, action, subject), [['submission', randomUUID()]])
      return { origin, ...(await ground.send(how(action, form, { ...headersOf(ground, subject, cookie), origin }, how === plain ? carrierOf(ground, action, subject) : standing(subject)))) }
    })))
    checks.sent += answers.length
    const written = await effects(ground.db)
    if (written.length > 0) checks.wrong.push(`${action.name} from elsewhere wrote ${written.map(({ table }) => table).join()}`)
    for (const { origin, status } of answers) if (status < 400) checks.wrong.push(`${action.name} from ${origin}: ${status}`)
  }
  return checks
}

/**
 * Every action with a good form by somebody who may, twice as many fields as it knows: what is written must hold nothing of the fields it
 * does not know. Also shows that the forms of the probes reach the action, and are not turned away for something else.
 */
export async function withFlags(ground: Ground): Promise<Checks> {
  const checks: Checks = { sent: 0, wrong: [], done: [], refused: [], unread: [] }
  const strange = flags.map(([, value]) => value).filter((value) => value.length === 36)
  await effects(ground.db)
  for (const action of builtActions()) {
    const subject = user(action)
    const cookie = await ground.freshCookie(subject)
    const known = new Set(action.fields.map(({ name }) => name))
    const form = formOf(action, rightIds(ground, action, subject), [['submission', randomUUID()], ...flags.filter(([name]) => !known.has(name))])
    const answer = await ground.send(scripted(action, form, headersOf(ground, subject, cookie), standing(subject)))
    checks.sent++
    const written = await effects(ground.db)
    for (const { table, operation, row } of written) {
      if (strange.some((value) => row.includes(value))) checks.wrong.push(`${action.name} wrote a field it does not know to ${table}`)
      if (['role_grant', 'clearance'].includes(table) && !action.name.includes('access/')) checks.wrong.push(`${action.name} changed rights: ${operation} ${table}`)
    }
    checks[outcome(action, answer, written.length)].push(`${action.name.split(' ')[1]} ${written.length === 0 ? said(answer) : ''}`.trim())
  }
  return checks
}

/** Refused by the rule itself, which says so at a field: the form was read. */
const atField = ['signInByLink.token', 'joinAsVolunteer.volunteerId', 'addSignedFile.signed', 'sendOwnExpense.photo', 'addReceipt.photo', 'payExpense.on', 'tieVolunteer.volunteerNumber', 'requestCompanion.day', 'prepareCompanion.on', 'addToCase.userId', 'planAbsence.all', 'callMeeting.participants', 'moveMeeting.participants', 'markForMeeting.meetingId', 'makeSlots.start', 'readSheet.file', 'uploadRegister.file', 'saveColumns.column.firstName', 'addRole.kind', 'saveDraft.form', 'findSubject.cpr', 'findByFacts.firstName', 'placeHold.cpr', 'registerRequest.cpr', 'enterCode.code', 'confirmSetup.code', 'choosePassword.token', 'findExplained.cpr', 'breakGlass.cpr', 'moveStaff.toId', 'authorityTold.toldAt']

function outcome(action: BuiltAction, answer: Answer, written: number): 'done' | 'refused' | 'unread' {
  if (written > 0 || answer.headers['x-action-redirect'] || answer.body.includes('"ok":true')) return 'done'
  const [, field] = /"fields":\{"([^"]+)"/.exec(answer.body.toString()) ?? []
  return answer.status >= 500 || (field && !answer.body.includes('"message":"') && !atField.includes(`${action.name.split(' ')[1]}.${field}`)) ? 'unread' : 'refused'
}

const said = (answer: Answer) => /"(?:fields|message)":("[^"]*"|\{[^}]*\})/.exec(answer.body.toString())?.[1] ?? String(answer.status)
