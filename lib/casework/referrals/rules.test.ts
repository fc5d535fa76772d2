import { describe, expect, it } from 'vitest'
import type { Day } from '@/lib/platform/day'
import { attentionOf, isOpen, readTarget, referralSteps } from './rules'

const d = (text: string) => text as Day
const id = '019a0000-0000-7000-8000-0000000b0001'

describe('what a referral asks of whoever sent it', () => {
  const one = { state: 'sent' as const, answerBy: d('2026-03-10'), consentUntil: d('2026-04-01') }
  it.each([['2026-03-10', null], ['2026-03-11', 'late'], ['2026-04-01', 'late'], ['2026-04-02', 'lapsed']])('unanswered on %s: %s', (today, said) => expect(attentionOf(one, d(today))).toBe(said))
  it('an answer is not owed twice, and the consent is needed until the end', () => {
    expect(attentionOf({ ...one, state: 'accepted' }, d('2026-03-30'))).toBeNull()
    expect(attentionOf({ ...one, state: 'accepted' }, d('2026-04-02'))).toBe('lapsed')
    expect(['refused', 'revoked', 'done'].map((state) => attentionOf({ ...one, state: state as 'done' }, d('2027-01-01')))).toEqual([null, null, null])
  })
})

it('goes on while it waits or was accepted', () => {
  expect((['sent', ...referralSteps] as const).filter(isOpen)).toEqual(['sent', 'accepted'])
})

it('reads a receiver, and nothing that only looks like one', () => {
  expect(readTarget(`association:${id}`)).toEqual({ kind: 'association', id })
  for (const wrong of ['', `partner:${id}`, `unit:${id} `, 'unit:', `unit:${id.toUpperCase()}`, id]) expect(readTarget(wrong), wrong).toBeNull()
})
