import type { Step } from '@/components/ui/step-guide'
import { isWorking, STEPS, stepOf, type StepKey } from '@/lib/imports/batches/rules'
import type { Batch } from '@/lib/people/register-import/queries'

/** The six steps with the one that is looked at; those behind it lead back as long as nothing has been written. */
export function stepsOf(t: unknown, batch: Pick<Batch, 'id' | 'state' | 'unknown' | 'mine'> | null, shown: StepKey | 'missing'): Step[] {
  const say = t as (key: string) => string
  const current = shown === 'missing' ? 'preview' : shown
  const reached = batch ? STEPS.indexOf(stepOf(batch.state)) : 0
  const free = batch !== null && batch.mine && !isWorking(batch.state) && stepOf(batch.state) !== 'result' && batch.state !== 'ABANDONED'
  return STEPS.map((key, index) => {
    const open = free && key !== 'file' && key !== current && index <= reached && !(key === 'values' && batch.unknown.length === 0)
    return {
      key, label: say(`step.${key}`), href: open ? `/imports/${batch.id}?step=${key}` : undefined,
      status: batch?.state === 'ABANDONED' && index > 0 ? 'stopped' : key === current ? 'current' : index < STEPS.indexOf(current) || (batch && index < reached) ? 'done' : 'todo',
    }
  })
}
