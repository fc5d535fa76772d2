import { expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { outreachRules as set, veteranFacts } from '@/tests/support/outreach-facts'
import type { OutreachFacts } from './facts'
import { queuesOf, type QueueCode } from './queues'

const day = toDay
const today = day('2026-11-20')
const recent = { lastLetterSentOn: day('2026-10-01') }
const late = { lastLetterSentOn: day('2025-10-01') }

it.each<[string, Partial<OutreachFacts>, QueueCode[]]>([
  ['written to last month', recent, []],
  ['late', late, ['OVERDUE']],
  ['soon', { lastLetterSentOn: day('2025-12-01') }, ['DUE_SOON']],
  ['new', { registeredOn: day('2026-11-10') }, ['DUE_SOON', 'FIRST_LETTER']],
  ['new and late', {}, ['OVERDUE', 'FIRST_LETTER']],
  ['new, asked to wait', { wish: { kind: 'LATER', givenOn: day('2026-11-01'), untilMonth: day('2027-03-01') } }, ['LATER']],
  ['asked for this month', { ...recent, wish: { kind: 'LATER', givenOn: day('2026-10-05'), untilMonth: day('2026-11-01') } }, ['DUE_SOON']],
  ['letter came back', { ...recent, returnedOn: day('2026-10-20'), hasAddress: false, digitalPost: 'EXEMPT' }, ['RETURNED']],
  ['vulnerable, silent 21 days', { lastLetterSentOn: day('2026-10-30'), vulnerable: true }, ['NO_REPLY']],
  ['vulnerable, silent 20 days', { lastLetterSentOn: day('2026-10-31'), vulnerable: true }, []],
  ['wants a talk', { ...recent, wantsTalk: true, lastReplyOn: day('2026-10-03') }, ['WANTS_TALK']],
  ['no thanks this year', { ...late, wish: { kind: 'NOT_THIS_YEAR', givenOn: day('2026-01-05') } }, []],
  ['never again', { ...late, wish: { kind: 'NEVER', givenOn: day('2026-09-05'), reconsideredOn: null } }, ['NEVER']],
  ['no address, no Digital Post', { ...recent, hasAddress: false, digitalPost: 'UNKNOWN' }, ['MISSING_ADDRESS']],
  ['no address but Digital Post', { ...recent, hasAddress: false }, []],
  ['protected and late', { ...late, protection: 'P1' }, ['OVERDUE', 'PROTECTED']],
  ['protected, not due', { ...recent, protection: 'P2' }, []],
  ['dead with everything open', { ...late, diedOn: day('2026-11-01'), wantsTalk: true, returnedOn: day('2025-11-01') }, []],
  ['moved away', { ...late, movedAwayOn: day('2026-11-01') }, []],
])('%s', (_, change, queues) => {
  expect(queuesOf(veteranFacts(change), [], set, today)).toEqual(queues)
})
