import 'server-only'
import { randomUUID } from 'node:crypto'
import { refresh } from 'next/cache'
import { redirect, unstable_rethrow } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { record, type AuditEntry } from '@/lib/audit/record'
import { today } from '@/lib/platform/clock'
import type { Day } from '@/lib/platform/day'
import { transaction, transactionOver, type Tx } from '@/lib/platform/db'
import { errorCode, log } from '@/lib/platform/log/log'
import { currentActor } from './actor'
import { Conflict } from './conflict'
import { recordDenied } from './denied'
import { fieldErrors, formValues, type FormState } from './form'
import type { Permission } from './matrix'
import { onPage } from './page'
import { can, type Actor } from './permissions'
import { giveBack, withinLimit, type Limit } from './rate-limit'
import { NotAllowed, Refused, SearchRefused } from './refused'
import { personToReasonFor } from './reasons/needed'
import { sessionEnded } from './session-ended'
import { needsProof, proofMissing, proofOrQuestion } from './step-up/proof'
import { lockSubmission, previousOutcome, rememberOutcome, type Outcome } from './submission'
import { AddressTold, refuseAddresses } from './words'

export { Refused, SearchRefused }

/** Whoever has numbers at hand could try them until one answers. Searches that ended with the one who was meant are not counted. */
const SEARCHES: Limit = { name: 'person-search', points: 30, seconds: 3600 }

export type ActionContext = { actor: Actor; tx: Tx; today: Day; /** A file of the form, or null where none was chosen. */ file: (name: string) => File | null; audit: (entry: Omit<AuditEntry, 'kind'> & { kind?: AuditEntry['kind'] }) => Promise<void>; /** The database function that made the change wrote it in the trail: whom it is about is not the caller's to know. */ noted: () => void }
type Options<S extends z.ZodType> = {
  /** As it is exported, and no other action's: what a form was answered with is remembered under it. */
  name: string
  may: Permission
  schema: S
  /** Values that must not be sent back to the page. */
  keepSecret?: readonly string[]
  /** Done twice it comes to the same, and the session may be gone afterwards: no outcome is remembered. */
  repeatable?: true
  /** Keeps what somebody is typing, for themselves alone: it says in the log that it began, not every pause, and the page behind it stays as it is. */
  scratch?: true
  /** Somebody writes words about the people this is noted at: they must not tell where one of them lives in protection. */
  freeText?: true
  /** When it asks whether somebody is here, by number or name: too many that found nobody stop it for a while. */
  seeks?: (input: z.output<S>) => boolean
  run: (context: ActionContext, input: z.output<S>) => Promise<Outcome>
}

/** The body of a staff action without Next around it, so that tests call exactly what the page calls. */
export async function runStaffAction<S extends z.ZodType>(options: Options<S>, actor: Actor | null, formData: FormData): Promise<{ state: FormState } | { outcome: Outcome }> {
  const t = await getTranslations()
  const values = formValues(formData, options.keepSecret)
  if (!actor) return { state: { message: t('ui.action.signedOut'), values, signedOut: true } }
  if (!can(actor, options.may)) {
    await recordDenied(actor, options.may)
    return { state: { message: t('ui.action.notAllowed'), values } }
  }
  const parsed = options.schema.safeParse(formValues(formData))
  if (!parsed.success) return { state: { fields: fieldErrors(parsed.error, t), values } }
  if (needsProof(options.may)) {
    const asked = await proofOrQuestion(actor, formData)
    if (asked) return { state: { ...asked, values } }
  }
  // What repeats without harm is not remembered, and neither is what somebody is still typing.
  const submission = options.repeatable || options.scratch ? null : formData.get('submission')
  const seeking = options.seeks?.(parsed.data) ?? false
  // Counted first all the same, so that many at once are not more. The change is done, or refused for another reason: a counter must not say otherwise.
  const uncount = async () => void (seeking && (await giveBack(SEARCHES, actor.userId).catch(() => {})))
  try {
    if (seeking && !(await withinLimit(SEARCHES, actor.userId))) {
      await recordDenied(actor, options.may, 'access.search-stopped')
      return { state: { message: t('ui.action.tooMany'), values } }
    }
    const outcome = await transactionOver({ role: 'app', token: actor.token }, async (tx) => {
      await lockSubmission(tx, formData.get('submission'))
      // Whoever takes a right away waits until this is committed, or this finds it gone: nothing is written after the end.
      const [held] = await tx.$queryRaw<{ may: boolean }[]>`/* keep:hold-rights */ SELECT access.hold_rights(${options.may}) AS may`
      if (!held?.may) throw new NotAllowed(options.may)
      const before = await previousOutcome(tx, submission, options.name)
      if (before) return before
      let audited = false
      const about = new Set<string>()
      const audit: ActionContext['audit'] = async (entry) => {
        await record(tx, ...(await onPage([{ kind: 'CHANGE', ...entry }])))
        audited = true
        if (entry.personId) about.add(entry.personId)
      }
      const result = await options.run({ actor, tx, today: today(), audit, noted: () => void (audited = true), file: (name) => fileOf(formData, name) }, parsed.data)
      if (!audited && !options.scratch) throw new Error('An action must write to the audit trail')
      if (options.freeText) await refuseAddresses(tx, [...about], values)
      await rememberOutcome(tx, submission, options.name, actor.userId, result)
      return result
    })
    await uncount()
    return { outcome }
  } catch (thrown) {
    if (!(thrown instanceof SearchRefused)) await uncount()
    const error = await noted(thrown, actor, options.name)
    unstable_rethrow(error)
    // Five minutes ran out between the question and the change: asked once more.
    if (proofMissing(error)) return { state: { ...(await proofOrQuestion(actor, formData)), values } }
    if (sessionEnded(error)) return { state: { message: t('ui.action.signedOut'), values, signedOut: true } }
    if (personToReasonFor(error)) return { state: { message: t('access.reason.expired'), values } }
    if (error instanceof NotAllowed) return { state: { message: t('ui.action.notAllowed'), values } }
    if (error instanceof Conflict || error instanceof AddressTold) return { state: error.state(values, t) }
    if (error instanceof Refused) {
      const text = t(error.key, error.values)
      return { state: error.field ? { fields: { [error.field]: [text] }, values } : { message: text, values } }
    }
    return { state: await failed(error, options, values) }
  }
}

/**
 * What is written down although the change was not made: a conflict shows what stands in the record now, who is told that a text holds a protected
 * address has been told so, and a search was made whatever it found. What cannot be noted is not shown.
 */
async function noted(thrown: unknown, actor: Actor, form: string): Promise<unknown> {
  const entries: AuditEntry[] = thrown instanceof Conflict ? (thrown.personId === null ? [] : [{ kind: 'VIEW', action: 'person.viewed', personId: thrown.personId, details: { page: 'conflict', form } }])
    : thrown instanceof AddressTold ? thrown.people.map((personId) => ({ kind: 'DENIED', action: 'words.address-refused', personId, details: { form, fields: thrown.fields.length } })) : []
  if (thrown instanceof SearchRefused) entries.push(...thrown.entries)
  const note = thrown instanceof SearchRefused ? thrown.note : undefined
  if (entries.length === 0 && !note) return thrown
  return transaction({ role: 'app', token: actor.token }, async (tx) => {
    await record(tx, ...(await onPage(entries)))
    await note?.(tx)
  }).then(() => thrown, (fault: unknown) => fault)
}

async function failed<S extends z.ZodType>(error: unknown, options: Options<S>, values: Record<string, string | string[]>): Promise<FormState> {
  const t = await getTranslations()
  const reference = randomUUID().slice(0, 8)
  log.error('action.failed', { code: errorCode(error), reference, kind: options.name })
  return { message: t('ui.action.failed', { reference }), values }
}

/** Whoever asks; or, when the database cannot even say that, the form as it was typed. A thrown error would replace the page and the text with it. */
async function actorOrState<S extends z.ZodType>(options: Options<S>, formData: FormData): Promise<{ actor: Actor | null } | { state: FormState }> {
  try {
    return { actor: await currentActor() }
  } catch (error) {
    unstable_rethrow(error)
    return { state: await failed(error, options, formValues(formData, options.keepSecret)) }
  }
}

/** A browser sends an empty file without a name for a field nobody used; sent on by scripts the missing name arrives as the word. */
const NO_FILE = new Set(['', 'undefined'])
function fileOf(formData: FormData, name: string): File | null {
  const value = formData.get(name)
  return value instanceof File && (value.size > 0 || !NO_FILE.has(value.name)) ? value : null
}

/** A change made by a member of staff. The permission is required by the type; sent twice it is done once. */
export function staffAction<S extends z.ZodType>(options: Options<S>) {
  return async (_previous: FormState, formData: FormData): Promise<FormState> => {
    const asked = await actorOrState(options, formData)
    if ('state' in asked) return asked.state
    const result = await runStaffAction(options, asked.actor, formData)
    if ('state' in result) return result.state
    if (result.outcome.redirectTo) redirect(result.outcome.redirectTo)
    // The page behind the form shows what has just changed, and not only the sentence that says so.
    if (!options.scratch) refresh()
    return { values: {}, ok: true, message: result.outcome.message }
  }
}
