import 'server-only'
import { randomUUID } from 'node:crypto'
import { refresh } from 'next/cache'
import { redirect, unstable_rethrow } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { record, type AuditEntry } from '@/lib/audit/record'
import { today } from '@/lib/platform/clock'
import type { Day } from '@/lib/platform/day'
import { transaction, type Tx } from '@/lib/platform/db'
import { readReplyCode } from '@/lib/platform/crypto/tokens'
import { errorCode, log } from '@/lib/platform/log/log'
import { Refused } from './action'
import { fieldErrors, formValues, type FormState } from './form'
import { onPage } from './page'
import { visitorKey, wideFor, withinLimit, type Limit } from './rate-limit'
import { lockSubmission, previousOutcome, rememberOutcome, type Outcome } from './submission'

export type PublicContext = { tx: Tx; today: Day; audit: (entry: Omit<AuditEntry, 'kind'> & { kind?: AuditEntry['kind'] }) => Promise<void> }
type Options<S extends z.ZodType> = {
  /** As it is exported, and no other action's: what a form was answered with is remembered under it. */
  name: string
  /** There is no actor to have a permission: every public action declares how often one visitor may try. */
  limit: Limit
  schema: S
  keepSecret?: readonly string[]
  /** The form's field that holds a personal code; the transaction then works as the citizen behind it and nobody else. */
  codeField?: string
  /** The code opens one question, which is answered once: nobody stands behind it for whom an answer could be remembered. */
  answeredOnce?: true
  /** In `redirectTo`, '[code]' stands for the code: the outcome is remembered, and the code itself is never stored. */
  run: (context: PublicContext, input: z.output<S>) => Promise<Outcome>
}

/** The body without Next around it, so that tests call exactly what the page calls. */
export async function runPublicAction<S extends z.ZodType>(options: Options<S>, visitor: string, formData: FormData): Promise<{ state: FormState } | { outcome: Outcome }> {
  const t = await getTranslations()
  const values = formValues(formData, options.keepSecret)
  const parsed = options.schema.safeParse(formValues(formData))
  if (!parsed.success) return { state: { fields: fieldErrors(parsed.error, t), values } }
  try {
    if (!(await withinLimit(wideFor(options.limit, visitor), visitor))) return { state: { message: t('ui.action.tooMany'), values } }
    const code = options.codeField ? readReplyCode(String(formData.get(options.codeField))) : null
    // Without a code it is nobody's: there is no answer to remember for them.
    const submission = code && !options.answeredOnce ? formData.get('submission') : null
    const outcome = await transaction({ role: 'public', code }, async (tx) => {
      await lockSubmission(tx, submission)
      const before = await previousOutcome(tx, submission, options.name)
      if (before) return before
      const result = await options.run({ tx, today: today(), audit: async (entry) => record(tx, ...(await onPage([{ kind: 'CHANGE', ...entry }]))) }, parsed.data)
      await rememberOutcome(tx, submission, options.name, null, result)
      return result
    })
    return { outcome: code && outcome.redirectTo ? { ...outcome, redirectTo: outcome.redirectTo.replace('[code]', code) } : outcome }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof Refused) {
      const text = t(error.key, error.values)
      return { state: error.field ? { fields: { [error.field]: [text] }, values } : { message: text, values } }
    }
    const reference = randomUUID().slice(0, 8)
    log.error('action.failed', { code: errorCode(error), reference, kind: options.name })
    return { state: { message: t('ui.action.failed', { reference }), values } }
  }
}

/** A change made by somebody who is not signed in: rate-limited, as the public database role. */
export function publicAction<S extends z.ZodType>(options: Options<S>) {
  return async (_previous: FormState, formData: FormData): Promise<FormState> => {
    const result = await runPublicAction(options, await visitorKey(), formData)
    if ('state' in result) return result.state
    if (result.outcome.redirectTo) redirect(result.outcome.redirectTo)
    // The page behind the form shows what has just changed, and not only the sentence that says so.
    refresh()
    return { values: {}, ok: true, message: result.outcome.message }
  }
}
