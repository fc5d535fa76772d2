import { describe, expect, it } from 'vitest'
import { figureRunAddsUp, PRODUCT } from '@/tests/bench/run-adds-up'
import { applyEvent } from './events'
import { placementOf, type RunGroup } from './groups'
import { tallyOf } from './rules'

it('adds up for every generated population and order of events', () => {
  const { violations, runs, counts } = figureRunAddsUp({ populations: 120, seed: 20261120 })
  expect(violations).toEqual([])
  expect(runs).toBe(120)
  // A figure that never saw a group, a refusal or a close has proved nothing about them.
  expect(Object.entries(counts.groups).filter(([group, n]) => n === 0 && group !== 'TO_SEND')).toEqual([])
  expect([counts.closesRefused > 100, counts.closesAllowed > 100, counts.sent > 100, counts.groups.TO_SEND]).toEqual([true, true, true, 0])
})

describe('the figure notices a rule that', () => {
  const misplaces = (from: RunGroup, to: RunGroup): typeof placementOf => (...args) => {
    const placement = placementOf(...args)
    return placement.group === from ? { ...placement, group: to } : placement
  }
  const lastWishWins: typeof applyEvent = (member, event) =>
    event.kind === 'WISHED' ? { ...member, facts: { ...member.facts, wish: event.wish } } : applyEvent(member, event)
  const liftsProtection: typeof applyEvent = (member, event) => {
    const { facts, ...rest } = applyEvent(member, event)
    return { ...rest, facts: event.kind === 'ADDRESS_FOUND' ? { ...facts, protection: 'P0' } : facts }
  }
  const mutants: Array<[string, Partial<typeof PRODUCT>]> = [
    ['writes to protected people', { placementOf: misplaces('BY_HAND', 'TO_SEND') }],
    ['writes to those who said never', { placementOf: misplaces('OPTED_OUT', 'TO_SEND') }],
    ['hides the dead among those not owed', { placementOf: misplaces('DEAD', 'OUT') }],
    ['takes a returned letter for an arrived one', { placementOf: misplaces('RETURNED', 'SENT') }],
    ['reads deaths without the day', { placementOf: (member, frame, set) => placementOf(member, frame, set, frame.frozenOn) }],
    [
      'loses people without an address',
      { tally: (population, groups) => PRODUCT.tally(population, [...groups].filter((group) => group !== 'NO_ADDRESS')) },
    ],
    [
      'counts the returned twice',
      { tally: (population, groups) => PRODUCT.tally(population, [...groups].flatMap((g) => (g === 'RETURNED' ? [g, g] : [g]))) },
    ],
    ['takes the population from the groups themselves', { tally: (_, groups) => tallyOf(0, { SENT: [...groups].length }) }],
    ['closes whatever is left', { mayClose: () => ({ ok: true }) }],
    ['never closes', { mayClose: () => ({ ok: false, code: 'remainder' }) }],
    ['lets the last wish recorded win', { applyEvent: lastWishWins }],
    ['lets a found address lift a protection', { applyEvent: liftsProtection }],
    [
      'forgets that a letter was sent',
      { applyEvent: (member, event) => (event.kind === 'LETTER_SENT' ? member : PRODUCT.applyEvent(member, event)) },
    ],
  ]

  it.each(mutants)('%s', (_, rules) => {
    expect(figureRunAddsUp({ populations: 25, seed: 7, rules }).violations.length).toBeGreaterThan(0)
  })
})
