import { expect, it } from 'vitest'
import { momentAt, toDay } from '@/lib/platform/day'
import type { Account } from '../users/list/rules'
import { dayLists, linesOf, urgencyOf } from './rules'

const today = toDay('2026-11-22')
const user: Account = { active: true, federated: false, hasPassword: true, lastSignInAt: momentAt(today, 8), createdAt: momentAt(toDay('2024-01-01'), 8), invitedUntil: null, people: 0, talks: 0 }
const none = { jobs: [], rights: [], logins: [], reviews: [], users: [] }

it('says nothing where nothing waits', () => expect(linesOf({ ...none, users: [user] }, today)).toEqual([]))

it('says how many and how old the oldest is, the most urgent first', () => {
  const days = (...all: string[]) => all.map(toDay)
  const waiting = { ...user, hasPassword: false, lastSignInAt: null, createdAt: momentAt(toDay('2026-11-01'), 8) }
  const found = linesOf({
    jobs: [null, toDay('2026-11-21')], rights: days('2026-11-20', '2026-11-03'), logins: days('2026-11-22'), reviews: days('2026-10-01', '2026-11-22', '2026-09-30'),
    users: [user, waiting, { ...waiting, invitedUntil: momentAt(toDay('2026-11-24'), 8) }, { ...user, lastSignInAt: momentAt(toDay('2026-05-01'), 8) }, { ...user, active: false, people: 2 }, { ...user, active: false }],
  }, today)
  expect(found.map(({ key, count, first }) => `${urgencyOf(key)} ${key} ${count} ${first}`)).toEqual([
    'error jobs 2 2026-11-21', 'error left 1 null', 'warning rights 2 2026-11-03', 'warning logins 1 2026-11-22', 'warning reviews 3 2026-09-30',
    'warning expired 1 2026-11-01', 'info quiet 1 2026-05-01', 'info invited 1 2026-11-01',
  ])
  expect(found.map(({ key }) => key)).toEqual(Object.keys(dayLists))
})

it('knows of no day where none is known', () => expect(linesOf({ ...none, jobs: [null] }, today)).toEqual([{ key: 'jobs', count: 1, first: null }]))
