import type { Day } from '@/lib/platform/day'
import { inOrder, type Step } from '../parts'
import type { Move, Place } from '../rules'

/** What was completed, in the order of the method: a step on the day one went on from it, a card on the day of its last clip. `moves`: newest first. */
export function completed(place: Place, moves: readonly Move[]): { step: Step; on: Day; clips: number }[] {
  const turns = moves.filter(({ kind }) => kind === 'enter' || kind === 'finish').toReversed()
  return place.method.steps.flatMap((step, at) => {
    if (step.kind === 'clips') {
      const given = place.clips.get(step.key) ?? []
      const on = given.map((clip) => clip.on).sort().at(-1)
      return on ? [{ step, on, clips: given.length }] : []
    }
    if (!inOrder(step)) return []
    const next = place.method.steps.slice(at + 1).find(inOrder)
    const left = turns.findLast(({ kind, step: to }) => (next ? kind === 'enter' && to === next.key : kind === 'finish'))
    return left ? [{ step, on: left.on, clips: 0 }] : []
  })
}
