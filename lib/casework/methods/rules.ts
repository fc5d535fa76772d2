import { addDays, addMonths, type Day } from '@/lib/platform/day'
import { type Item, ladder, type MethodVersion, type Step } from './parts'

/** Began to follow · stopped · criterion met · clip · look back held · came to a step · came to the end · one of the former taken back. */
export const moveKinds = ['follow', 'leave', 'met', 'clip', 'looked', 'enter', 'finish', 'undo'] as const
export type MoveKind = (typeof moveKinds)[number]
/** One row of what happened on the way. `of`: which of them is taken back. */
export type Move = { number: number; kind: MoveKind; versionId: string; step: string | null; item: string | null; of: number | null; on: Day; words: string | null }

/** Where a case stands in its method. */
export type Place = {
  method: MethodVersion
  since: Day
  /** The phase or module one is in, from 1; null without any, or at the end. */
  at: { step: Step; nth: number; of: number; since: Day } | null
  finishedOn: Day | null
  /** The newest move that changed the step or the method: what a form to move on was made from. */
  turn: number
  met: ReadonlyMap<string, Move>
  clips: ReadonlyMap<string, readonly Move[]>
  looked: readonly Move[]
}

export const itemKey = (step: Pick<Step, 'key'>, item: Pick<Item, 'key'>): string => `${step.key}.${item.key}`
const turning: readonly MoveKind[] = ['follow', 'leave', 'enter', 'finish']

/** Reads the place from the moves, oldest first; null while no method is followed. A new version of the same method takes along what still has its place there. */
export function placeOf(moves: readonly Move[], versions: readonly MethodVersion[]): Place | null {
  const last = moves.findLast(({ kind }) => kind === 'follow' || kind === 'leave')
  const method = versions.find(({ id }) => id === last?.versionId)
  if (last?.kind !== 'follow' || !method) return null
  const first = beginning(moves, versions, method.methodId)
  const taken = new Set(moves.flatMap(({ of }) => (of === null ? [] : [of])))
  const mine = moves.filter(({ number, kind }) => number >= first.number && kind !== 'undo' && !taken.has(number))
  const turns = mine.filter(({ kind }) => turning.includes(kind))
  const steps = ladder(method)
  const came = turns.findLast(({ kind, step }) => kind === 'finish' || (kind === 'enter' && steps.some(({ key }) => key === step)))
  const nth = came?.kind === 'enter' ? steps.findIndex(({ key }) => key === came.step) : 0
  const step = came?.kind === 'finish' ? undefined : steps[nth]
  const clips = new Map(method.steps.filter(({ kind }) => kind === 'clips').map((one) => [one.key, mine.filter(({ kind, step: key }) => kind === 'clip' && key === one.key)]))
  return {
    method, since: first.on, finishedOn: came?.kind === 'finish' ? came.on : null, turn: turns.at(-1)?.number ?? last.number, clips,
    at: step ? { step, nth: nth + 1, of: steps.length, since: came?.on ?? first.on } : null,
    met: new Map(mine.flatMap((move) => (move.kind === 'met' ? [[`${move.step}.${move.item}`, move] as const] : []))),
    looked: mine.filter(({ kind }) => kind === 'looked'),
  }
}

/** Where the case began to follow the method, in whichever version, without another one or none between. */
function beginning(moves: readonly Move[], versions: readonly MethodVersion[], methodId: string): Move {
  const follows = moves.filter(({ kind }) => kind === 'follow' || kind === 'leave')
  const same = ({ kind, versionId }: Move) => kind === 'follow' && versions.some((one) => one.id === versionId && one.methodId === methodId)
  const broken = follows.findLastIndex((move) => !same(move))
  return follows[broken + 1] as Move
}

/** Something that is still to be done: a line that is not ticked, or clips the card lacks. */
export type Missing = { step: Step; item: Item | null; clips: number; /** Stops the way on. */ required: boolean }

/** What is missing before the next step, the next thing to do on top: the step's own, what it requires first; then what goes on beside. */
export function missingNow(place: Place): Missing[] {
  if (place.finishedOn !== null) return []
  const beside = place.method.steps.filter(({ kind }) => kind !== 'phase' && kind !== 'module' && kind !== 'week')
  return [...(place.at ? open(place, place.at.step) : []), ...beside.flatMap((step) => open(place, step))]
}

function open(place: Place, step: Step): Missing[] {
  const lines = step.kind === 'week' ? [] : step.items.filter((item) => !place.met.has(itemKey(step, item)))
  const clips = Math.max(0, (step.clips ?? 0) - (place.clips.get(step.key)?.length ?? 0))
  const all = lines.map((item): Missing => ({ step, item, clips: 0, required: item.required })).sort((a, b) => Number(b.required) - Number(a.required))
  return step.kind === 'clips' && clips > 0 ? [...all, { step, item: null, clips, required: true }] : all
}

/** The ways on from here: the next step, or the end; and the steps before. */
export function waysFrom(place: Place): { next: Step | 'finish' | null; back: Step[] } {
  const steps = ladder(place.method)
  if (place.finishedOn !== null) return { next: null, back: steps }
  const nth = place.at?.nth ?? steps.length
  return { next: steps[nth] ?? 'finish', back: steps.slice(0, Math.max(0, nth - 1)) }
}

/** What keeps a gate shut: of the step one leaves, and at the end of everything there is. A written reason opens it. */
export function gate(place: Place, to: Step | 'finish'): Missing[] {
  const steps = to === 'finish' ? place.method.steps : place.at ? [place.at.step] : []
  return steps.flatMap((step) => open(place, step)).filter(({ required }) => required)
}

/** The day the next look back is due; null where the method has none, and at the end. */
export function nextLookBack({ method, looked, since, finishedOn }: Place): Day | null {
  if (method.lookBackMonths === null || finishedOn !== null) return null
  return addMonths(looked.map(({ on }) => on).sort().at(-1) ?? since, method.lookBackMonths)
}

/** How many of these days fell within the last seven, today included: against the meetings a week a step recommends. */
export function inLastWeek(days: readonly Day[], today: Day): number {
  return days.filter((on) => on > addDays(today, -7) && on <= today).length
}
