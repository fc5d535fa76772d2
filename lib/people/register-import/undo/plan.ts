import { type PersonNow, type UndoPlan, type UndoStep, undoPlan } from '@/lib/imports/undo/rules'
import type { AppliedRecord } from '../apply/plan'
import { type Op, unitOf } from '../apply/units'

/** What hides an address is not taken back by an undoing (ADR 0025). */
const PROTECTING = new Set(['protectedAddress'])

type SetStep = Extract<UndoStep, { do: 'set' }>
export type Reversal = {
  people: string[]
  removedRecords: string[]
  /** Fields of the person itself and of their deployments, with what they go back to. */
  fields: { personId: string; values: Record<string, string | null> }[]
  records: { id: string; values: Record<string, string | null> }[]
  units: { personId: string; op: Op; values: Record<string, string | null> }[]
  refused: UndoPlan['refused']
}

/** The plan of undo/rules.ts in terms of rows: an address or a number goes back as a whole or not at all. */
export function reversalOf(applied: AppliedRecord[], now: (personId: string) => PersonNow | null): Reversal {
  const plan = undoPlan(applied, now, PROTECTING)
  const refused = new Set(plan.refused.flatMap(({ personId, field }) => (field && unitOf(field) ? [`${personId}\n${unitOf(field)}`] : [])))
  const sets = plan.steps.filter((step): step is SetStep => step.do === 'set')
  const reversal: Reversal = { people: [], removedRecords: [], fields: [], records: [], units: [], refused: plan.refused }
  for (const step of plan.steps) {
    if (step.do === 'remove-person') reversal.people.push(step.personId)
    if (step.do === 'remove-record') reversal.removedRecords.push(step.recordId)
  }
  reversal.records = grouped(sets.filter((step) => step.recordId !== null), (step) => step.recordId ?? '').filter(({ id }) => !reversal.removedRecords.includes(id))
  const own = sets.filter((step) => step.recordId === null)
  reversal.fields = grouped(own.filter((step) => unitOf(step.field) === null), (step) => step.personId).map(({ id, values }) => ({ personId: id, values }))
  const ops = new Map(applied.flatMap((row) => row.ops.map((op): [string, Op] => [`${row.personId}\n${op.unit}`, op])))
  for (const { id, values } of grouped(own.filter((step) => unitOf(step.field) !== null), (step) => `${step.personId}\n${unitOf(step.field)}`)) {
    const op = ops.get(id)
    if (op && !refused.has(id)) reversal.units.push({ personId: id.slice(0, id.indexOf('\n')), op, values })
  }
  return reversal
}

/** The last step wins: steps run backwards through the file, so it is the one that reaches the former value. */
function grouped(steps: SetStep[], key: (step: SetStep) => string): { id: string; values: Record<string, string | null> }[] {
  const groups = new Map<string, Record<string, string | null>>()
  for (const step of steps) groups.set(key(step), { ...groups.get(key(step)), [step.field]: step.to })
  return [...groups].map(([id, values]) => ({ id, values }))
}
