import { expect, it } from 'vitest'
import { momentAt, toDay } from '@/lib/platform/day'
import { attentionOf, type Overview } from './rules'

const quiet: Overview = { requests: 0, nextDue: null, waitingRun: null, breaches: 0, clock: null, unassessed: 0, holds: 0, unusual: 0, samples: 0, glasses: 0 }
const today = toDay('2026-10-25')
const now = momentAt(today, 23, 30)

it('puts what is late before what is soon before what is merely open', () => {
  expect(attentionOf(quiet, today, now)).toEqual([])
  const all = attentionOf({ ...quiet, requests: 2, nextDue: toDay('2026-10-24'), waitingRun: 'r', clock: momentAt(toDay('2026-10-24'), 23, 30), breaches: 1, holds: 1, unusual: 5, samples: 2, glasses: 1 }, today, now)
  // The night of 25 hours: 25 of the 72 are gone.
  expect(all.map(({ key, count }) => `${key} ${count}`)).toEqual(['requestLate 1', 'clock 47', 'run 1', 'glasses 1', 'unusual 5', 'samples 2', 'holds 1'])
  expect(attentionOf({ ...quiet, requests: 1, nextDue: toDay('2026-11-01') }, today, now)[0]?.key).toBe('requestSoon')
  expect(attentionOf({ ...quiet, requests: 1, nextDue: toDay('2026-11-02') }, today, now)[0]?.key).toBe('requests')
  expect(attentionOf({ ...quiet, clock: momentAt(toDay('2026-10-22'), 22) }, today, now)[0]).toMatchObject({ key: 'breachOver', tone: 'error' })
})
