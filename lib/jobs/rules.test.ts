import { describe, expect, it } from 'vitest'
import texts from '@/messages/da/admin.json'
import { pollSeconds, queues } from '@/lib/platform/jobs/queues'
import { jobState, lastDue } from './rules'

const at = (text: string) => new Date(text)
const long = at('2020-01-01T00:00:00Z')

describe('scheduled jobs', () => {
  it('are due in Danish time, also on the nights the clocks change', () => {
    expect(lastDue('15 4 * * *', at('2026-11-20T12:00:00Z'))).toEqual(at('2026-11-20T03:15:00Z'))
    expect(lastDue('15 4 * * *', at('2026-11-20T03:00:00Z'))).toEqual(at('2026-11-19T03:15:00Z'))
    expect(lastDue('15 4 * * *', at('2026-03-29T12:00:00Z'))).toEqual(at('2026-03-29T02:15:00Z'))
    // 23:30 on 28 February of a leap year: the 29th has not begun.
    expect(lastDue('30 3 * * *', at('2028-02-28T22:30:00Z'))).toEqual(at('2028-02-28T02:30:00Z'))
    expect(lastDue('* * * * *', at('2026-11-20T12:00:00Z'))).toBeNull()
  })

  it.each([
    ['ran this morning', { startedAt: at('2026-11-20T03:15:02Z'), ok: true }, 'ok'],
    ['ran yesterday only', { startedAt: at('2026-11-19T03:15:02Z'), ok: true }, 'late'],
    ['failed', { startedAt: at('2026-11-20T03:15:02Z'), ok: false }, 'failed'],
    ['never ran', null, 'late'],
  ] as const)('%s', (_what, last, state) => expect(jobState('15 4 * * *', last, long, at('2026-11-20T12:00:00Z'))).toBe(state))

  it('get half an hour', () => {
    expect(jobState('15 4 * * *', { startedAt: at('2026-11-19T03:15:02Z'), ok: true }, long, at('2026-11-20T03:40:00Z'))).toBe('ok')
    expect(jobState('15 4 * * *', { startedAt: at('2026-11-19T03:15:02Z'), ok: true }, long, at('2026-11-20T03:46:00Z'))).toBe('late')
  })

  it('are not late in an installation younger than the plan, nor when they are only sent for', () => {
    expect(jobState('15 4 * * *', null, at('2026-11-20T09:00:00Z'), at('2026-11-20T12:00:00Z'))).toBe('unused')
    expect(jobState(undefined, null, long, at('2026-11-20T12:00:00Z'))).toBe('unused')
  })
})

describe('every job', () => {
  it('somebody waits for is looked for each second, and what runs by itself at night is not', () => {
    for (const queue of ['volunteer.ask', 'volunteer.start', 'volunteer.started', 'volunteer.alarm', 'volunteer.login-asked', 'companion.cancelled', 'outbox.send', 'run.send', 'import.preview'] as const) expect([queue, pollSeconds(queue)]).toEqual([queue, 1])
    for (const queue of ['tasks.daily', 'audit.seal', 'volunteer.check-in', 'volunteer.path', 'companion.daily'] as const) expect([queue, pollSeconds(queue)]).toEqual([queue, 10])
  })

  it('has a name an administrator can read', () => {
    expect(Object.keys(texts.jobs.names).sort()).toEqual(Object.keys(queues).map((name) => name.replace('.', '-')).sort())
  })
})
