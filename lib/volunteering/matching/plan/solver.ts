import loadHighs from 'highs'
import { type Apart, broken, type Option, type Pairs, type Room, weightOf } from './rules'

/** Loaded once: a solver of its own is made for each problem. */
let solver: ReturnType<typeof loadHighs> | undefined

/**
 * The best plan for everybody who waits at once: as many as can be, and of those plans the one that fits best together. A transportation problem, so
 * that the linear solution is whole by itself (no pair is half chosen); where meetings lie across each other it is not, and whole numbers are asked for. Throws where the solver finds no optimum: an empty plan is one.
 */
export async function bestPlan(options: readonly Option[], room: Room, apart: Apart = []): Promise<Pairs> {
  const usable = options.filter(({ helping }) => (room.get(helping) ?? 0) > 0)
  if (usable.length === 0) return []
  const people = new Set(usable.map(({ wanting }) => wanting)).size
  const name = (at: number) => `x${at}`
  const numbered = usable.map((option, at) => ({ ...option, name: name(at) }))
  const atMost = (key: 'wanting' | 'helping', most: (id: string) => number) =>
    [...Map.groupBy(numbered, (one) => one[key])].map(([id, all], row) => ` ${key}${row}: ${all.map((one) => one.name).join(' + ')} <= ${most(id)}`)
  const named = new Map(numbered.map((one) => [`${one.wanting} ${one.helping}`, one.name]))
  const across = apart.flatMap(([one, other], row) => numbered.filter(({ wanting }) => wanting === one).flatMap(({ helping, name: here }, at) => {
    const there = named.get(`${other} ${helping}`)
    return there ? [` apart${row}n${at}: ${here} + ${there} <= 1`] : []
  }))
  const problem = ['Maximize', ` best: ${numbered.map((one) => `${weightOf(one, people)} ${one.name}`).join(' + ')}`, 'Subject To', ...atMost('wanting', () => 1), ...atMost('helping', (id) => room.get(id) ?? 0), ...across, ...(across.length > 0 ? ['Binary', ...numbered.map((one) => ` ${one.name}`)] : []), 'End'].join('\n')
  const { solve } = await (solver ??= loadHighs())
  const solution = solve(problem, { output_flag: false, mip_rel_gap: 0 })
  if (solution.Status !== 'Optimal') throw new Error(`The solver ended with: ${solution.Status}`)
  const chosen = usable.filter((_, at) => ('Primal' in (solution.Columns[name(at)] ?? {}) ? (solution.Columns[name(at)] as { Primal: number }).Primal : 0) > 0.5)
  const faults = broken(chosen, usable, room, apart)
  if (faults.length > 0) throw new Error(`The plan breaks a rule: ${faults.join('; ')}`)
  return chosen
}
