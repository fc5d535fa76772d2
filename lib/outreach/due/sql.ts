import 'server-only'
import { deadlineSql } from '@/lib/deadlines/sql'
import { latenessBounds } from '@/lib/deadlines/lateness'
import type { Day } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import type { OutreachRuleCode, OutreachRules } from './facts'

/**
 * Every veteran the reader may see with what is owed: `outreach_fact` and, beside its columns,
 * `ended` 'DEAD' | 'MOVED_AWAY' | NULL · `state` 'owed' | 'never' | 'ended' · `letter_kind` 'first' | 'yearly' · `base_due_on` (before any
 * wish) · `due_on`, `earliest_on` · `wish_holds` kind | NULL · `lateness` 'overdue' | 'due-soon' | 'later' | NULL · `reachable` ·
 * `covered` (a letter in the last 12 months) · `step_kind`, `step_due_on` of the ladder. The SQL of due/rules.ts and persistence/rules.ts;
 * tests/integration/outreach/due-property.test.ts holds the two together. Use as `FROM (${dueSql(set, today)}) d`.
 */
export function dueSql(set: OutreachRules, today: Day): Prisma.Sql {
  const { overdueBefore, dueSoonUntil } = latenessBounds(today, set.dueSoonDays)
  return Prisma.sql`SELECT w.*,
      CASE WHEN w.due_on IS NULL THEN NULL WHEN w.earliest_on > ${today}::date THEN 'later' WHEN w.due_on < ${overdueBefore}::date THEN 'overdue'
        WHEN w.due_on <= ${dueSoonUntil}::date THEN 'due-soon' ELSE 'later' END AS lateness,
      ${ladderSql(set, today)}
    FROM (${withWishSql(set, today)}) w`
}

/** A wish goes before the year (withWish of due/rules.ts). */
function withWishSql(set: OutreachRules, today: Day): Prisma.Sql {
  const inForce = Prisma.sql`b.wish_kind IS NOT NULL AND b.wish_kind <> 'NEVER' AND NOT coalesce(b.last_letter_sent_on >= b.wish_opens_on, false)`
  const pauseMoves = Prisma.sql`b.wish_kind = 'NOT_THIS_YEAR' AND b.base_due_on <= b.after_pause_on`
  return Prisma.sql`SELECT b.*,
      CASE WHEN b.ended IS NOT NULL THEN 'ended' WHEN b.wish_kind = 'NEVER' THEN 'never' ELSE 'owed' END AS state,
      CASE WHEN b.ended IS NOT NULL THEN NULL
        WHEN b.wish_kind = 'NEVER' THEN b.reconsider_on
        WHEN ${inForce} AND b.wish_kind = 'LATER' THEN (date_trunc('month', b.wish_opens_on) + interval '1 month - 1 day')::date
        WHEN ${inForce} AND ${pauseMoves} THEN b.after_pause_on
        ELSE b.base_due_on END AS due_on,
      CASE WHEN b.ended IS NULL AND ${inForce} AND (b.wish_kind = 'LATER' OR ${pauseMoves}) THEN b.wish_opens_on END AS earliest_on,
      CASE WHEN b.wish_kind = 'NEVER' OR ${today}::date < b.wish_opens_on THEN b.wish_kind::text END AS wish_holds
    FROM (SELECT s.*, ${rule(set, today, 'letter-after-pause', Prisma.sql`CASE WHEN s.wish_kind = 'NOT_THIS_YEAR' THEN s.wish_opens_on END`)} AS after_pause_on
      FROM (${startSql(set, today)}) s) b`
}

/** Ended, first or yearly, and the date without any wish (endedOn and letterWithoutWish). */
function startSql(set: OutreachRules, today: Day): Prisma.Sql {
  const counts = Prisma.sql`(f.last_letter_sent_on IS NOT NULL AND NOT coalesce(f.moved_in_on > f.moved_away_on AND f.last_letter_sent_on < f.moved_in_on, false))`
  return Prisma.sql`SELECT f.*,
      CASE WHEN f.died_on <= ${today}::date THEN 'DEAD'
        WHEN f.moved_away_on <= ${today}::date AND NOT coalesce(f.moved_in_on > f.moved_away_on AND f.moved_in_on <= ${today}::date, false) THEN 'MOVED_AWAY' END AS ended,
      CASE WHEN ${counts} THEN 'yearly' ELSE 'first' END AS letter_kind,
      CASE WHEN ${counts} THEN ${rule(set, today, 'yearly-letter', Prisma.sql`f.last_letter_sent_on`)}
        ELSE ${rule(set, today, 'first-letter', Prisma.sql`greatest(f.registered_on, f.moved_in_on)`)} END AS base_due_on,
      CASE f.wish_kind WHEN 'LATER' THEN coalesce(f.wish_until_month, f.wish_given_on)
        WHEN 'NOT_THIS_YEAR' THEN ${rule(set, today, 'pause-no-thanks', Prisma.sql`f.wish_given_on`)} END AS wish_opens_on,
      CASE WHEN f.wish_kind = 'NEVER' THEN ${rule(set, today, 'reconsider-never', Prisma.sql`coalesce(f.wish_reconsidered_on, f.wish_given_on)`)} END AS reconsider_on,
      (f.has_address OR f.digital_post = 'YES') AS reachable,
      coalesce(f.last_letter_sent_on <= ${today}::date AND (f.last_letter_sent_on + interval '12 months')::date >= ${today}::date, false) AS covered
    FROM outreach_fact f`
}

/** The next rung towards a vulnerable veteran who does not answer (nextStep of persistence/rules.ts), and when it comes. */
function ladderSql(set: OutreachRules, today: Day): Prisma.Sql {
  const silent = Prisma.sql`w.vulnerable AND w.state <> 'ended' AND w.wish_holds IS NULL AND w.last_letter_sent_on IS NOT NULL AND w.returned_on IS NULL
    AND NOT coalesce(w.wish_given_on >= w.last_letter_sent_on, false) AND NOT coalesce(w.last_reply_on >= w.last_letter_sent_on, false)
    AND NOT coalesce(w.last_contact_on >= w.last_letter_sent_on, false)`
  const taken = Prisma.sql`greatest(w.last_letter_sent_on, w.silence_phone_on, w.silence_other_on)`
  return Prisma.sql`CASE WHEN NOT (${silent}) THEN NULL WHEN w.silence_phone_on IS NULL THEN 'PHONE' WHEN w.silence_other_on IS NULL THEN 'OTHER_CHANNEL'
        WHEN w.silence_visit_on IS NULL THEN 'HOME_VISIT' END AS step_kind,
      CASE WHEN NOT (${silent}) THEN NULL
        WHEN w.silence_phone_on IS NULL THEN ${rule(set, today, 'silence-phone', Prisma.sql`w.last_letter_sent_on`)}
        WHEN w.silence_other_on IS NULL THEN ${rule(set, today, 'silence-other-channel', Prisma.sql`greatest(w.last_letter_sent_on, w.silence_phone_on)`)}
        WHEN w.silence_visit_on IS NULL THEN ${rule(set, today, 'silence-home-visit', taken)} END AS step_due_on`
}

function rule(set: OutreachRules, today: Day, code: OutreachRuleCode, start: Prisma.Sql): Prisma.Sql {
  return deadlineSql(set.rules, code, start, set.closingDays, today)
}
