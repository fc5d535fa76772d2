import 'server-only'
import type { DeadlineRule } from '@/lib/deadlines/rules'
import { toDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { OutreachRules } from '../due/facts'

/** What counts as due soon when the installation has no row for it. */
const DUE_SOON_DAYS = 60

type Row = { rules: (Omit<DeadlineRule, 'windowEarliest' | 'roll'> & { roll: string })[] | null; closing: { day: string; nameDa: string; nameEn: string }[] | null }

/** The installation's deadlines and closing days in one statement; the same rows for lists, runs, tasks and the person page. */
export async function outreachRules(tx: Tx): Promise<OutreachRules> {
  const [row] = await tx.$queryRaw<Row[]>`/* keep:outreach-rules */ SELECT
    (SELECT json_agg(json_build_object('id', id, 'code', code, 'ruleSet', rule_set, 'source', source, 'trigger', trigger, 'length', length, 'unit', unit,
      'roll', roll, 'population', population, 'validFrom', valid_from, 'validTo', valid_to)) FROM deadline_rule WHERE code = ANY (${CODES}::text[])) AS rules,
    (SELECT json_agg(json_build_object('day', day, 'nameDa', name_da, 'nameEn', name_en)) FROM closing_day) AS closing`
  const rules = (row?.rules ?? []).map((rule): DeadlineRule => ({
    ...rule,
    roll: rule.roll === 'next-working-day' ? 'next-working-day' : 'none',
    validFrom: toDay(rule.validFrom),
    validTo: rule.validTo === null ? null : toDay(rule.validTo),
  }))
  return {
    rules,
    closingDays: (row?.closing ?? []).map((closing) => ({ ...closing, day: toDay(closing.day) })),
    dueSoonDays: rules.find((rule) => rule.code === 'letter-due-soon')?.length ?? DUE_SOON_DAYS,
  }
}

const CODES = [
  'first-letter',
  'yearly-letter',
  'pause-no-thanks',
  'letter-after-pause',
  'reconsider-never',
  'silence-phone',
  'silence-other-channel',
  'silence-home-visit',
  'returned-address',
  'reply-call',
  'letter-due-soon',
  'print-files-kept',
]
