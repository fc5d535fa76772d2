import { expect, it } from 'vitest'
import { clockOf, type ContactOutcome, nextOf } from '@/lib/casework/contacts/rules'
import { queueList } from '@/lib/casework/queues/queries'
import { queueState } from '@/lib/casework/queues/schema'
import { quickLog } from '@/lib/casework/quick-log/queries'
import { addDays, dayToDb, momentAt, toDay } from '@/lib/platform/day'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { randomFrom } from '../../support/random'

const today = toDay('2026-11-21')

it('the list says of everybody what the rules say of their log, in every order of events', async () => {
  const [me, random] = [await staff('CASEWORKER'), randomFrom(7)]
  const declared = new Map<string, { clock: unknown; next: unknown }>()
  for (let nth = 0; nth < 60; nth++) {
    const who = await veteran()
    await owner().assignment.create({ data: { personId: who.id, userId: me.userId, reason: 'test', fromDay: dayToDb(addDays(today, -400)) } })
    const entries = Array.from({ length: random.int(6) }, () => {
      const outcome = random.pick<ContactOutcome>(['reached', 'tried', 'work'])
      const nextOn = random.chance(0.4) ? addDays(today, random.int(60) - 20) : null
      return { outcome, channel: outcome === 'work' ? ('none' as const) : ('phone' as const), on: addDays(today, -random.int(300)), nextOn, nextStep: nextOn && random.chance(0.5) ? 'Ring' : null, at: random.int(24 * 60) }
    }).sort((a, b) => (b.on + String(b.at).padStart(4, '0')).localeCompare(a.on + String(a.at).padStart(4, '0')))
    // At one minute nobody can say what came last.
    if (new Set(entries.map(({ on, at }) => `${on} ${at}`)).size < entries.length) continue
    await owner().contact.createMany({ data: entries.map(({ outcome, channel, on, nextOn, nextStep, at }) => ({ personId: who.id, outcome, channel, happenedAt: momentAt(on, Math.floor(at / 60), at % 60), nextOn: nextOn && dayToDb(nextOn), nextStep, recordedBy: me.userId })) })
    declared.set(who.id, { clock: clockOf(entries, today), next: nextOf(entries) })
  }
  const { rows } = await queueList(me, today, queueState({}), 100)
  for (const { id, clock, next } of rows.filter((row) => declared.has(row.id))) expect({ clock, next }).toEqual(declared.get(id))
  expect(declared.size).toBeGreaterThan(50)
  const days = rows.flatMap(({ next }) => next?.on ?? [])
  expect(days).toEqual([...days].sort())
  // The quick log offers the same people, in the same order, with the same step.
  expect((await quickLog(me, [], today)).own).toEqual(rows.map(({ id, name, next }) => ({ id, name, next })))
})
