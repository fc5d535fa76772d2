import 'server-only'
import { computeDeadline, type DeadlineRule, ruleFor } from '@/lib/deadlines/rules'
import { today as clockToday } from '@/lib/platform/clock'
import { type Day, dayFromDb, dayToDb, toDay } from '@/lib/platform/day'
import { transaction, type Tx } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { closingDays } from './writes'

/** The rule of how soon somebody decides on a protection that was to end. */
export const REVIEW_RULE = 'protection-review'
type Lapsed = { id: string; personId: string; toDay: string; owner: string | null }

/** `tasks.daily`: what only the calendar changes. */
export const dailyTasks = (clock: () => Day = clockToday): JobHandler<'tasks.daily'> => async () => {
  // Also a night with nothing to do leaves its line: a job that did not run is seen by what is missing.
  return transaction({ role: 'worker' }, (tx) => protectionTasks(tx, clock()), 60_000)
}

/**
 * A task for every protection past its day, of whoever has been responsible longest, or of whoever has the person in hand; closed where nothing is left to decide.
 * Derived from the grounds every time: run twice it changes nothing, and a night it did not run is made up for by the next.
 */
export async function protectionTasks(tx: Tx, today: Day): Promise<{ opened: number; closed: number }> {
  const closed = await tx.$executeRaw`UPDATE task t SET state = 'done', version = version + 1 WHERE t.source = 'protection' AND t.state = 'open'
    AND NOT EXISTS (SELECT 1 FROM person_protection g JOIN person p ON p.id = g.person_id WHERE g.id = t.source_id AND g.lifted_at IS NULL AND g.to_day < ${today}::date AND p.died_on IS NULL)`
  const lapsed = await tx.$queryRaw<Lapsed[]>`
    SELECT g.id::text, g.person_id::text AS "personId", g.to_day::text AS "toDay",
      (SELECT a.user_id::text FROM assignment a JOIN app_user u ON u.id = a.user_id WHERE a.person_id = p.id AND u.active AND a.from_day <= ${today}::date AND (a.to_day IS NULL OR a.to_day >= ${today}::date) ORDER BY a.from_day, a.id LIMIT 1) AS owner
    FROM person_protection g JOIN person p ON p.id = g.person_id
    WHERE g.lifted_at IS NULL AND g.to_day < ${today}::date AND p.merged_into_id IS NULL AND p.died_on IS NULL AND NOT EXISTS (SELECT 1 FROM task t WHERE t.source = 'protection' AND t.source_id = g.id AND t.state = 'open')
    -- Two workers write them in one order, and wait for each other instead of both waiting.
    ORDER BY g.id`
  if (lapsed.length === 0) return { opened: 0, closed }
  const [rules, closing] = [await reviewRules(tx), await closingDays(tx)]
  const data = lapsed.map(({ id, personId, owner, ...ground }) => {
    const ended = toDay(ground.toDay)
    const rule = ruleFor(rules, REVIEW_RULE, ended)
    // Without a rule it is due the day it is found: somebody has to look at once, not never.
    const { due, explanation } = rule ? computeDeadline(rule, ended, closing) : { due: today, explanation: [{ step: 'start' as const, event: 'protection-ended', day: ended }] }
    return { personId, source: 'protection', sourceId: id, ownerId: owner, dueOn: dayToDb(due), explanation }
  })
  const { count } = await tx.task.createMany({ data, skipDuplicates: true })
  return { opened: count, closed }
}

async function reviewRules(tx: Tx): Promise<DeadlineRule[]> {
  const rows = await tx.deadlineRule.findMany({ where: { code: REVIEW_RULE } })
  return rows.map((rule) => ({ ...rule, roll: rule.roll === 'next-working-day' ? 'next-working-day' : 'none', validFrom: dayFromDb(rule.validFrom), validTo: rule.validTo && dayFromDb(rule.validTo) }))
}
