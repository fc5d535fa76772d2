import { getTranslations } from 'next-intl/server'
import { type Step, StepGuide, type StepStatus } from '@/components/ui/step-guide'
import type { RunState } from '@/lib/outreach/runs/rules'

const STEPS = ['population', 'review', 'release', 'sending', 'rest', 'closed'] as const
const AT: Record<RunState, number> = { DRAFT: 1, REVIEWED: 2, RELEASED: 3, SENDING: 3, STOPPED: 3, SENT: 4, CLOSED: 6, CANCELLED: 1 }

/** Where the run is on its way, always in view. */
export async function RunSteps({ state, frozen }: { state: RunState; frozen: boolean }) {
  const t = await getTranslations('runs.steps')
  const at = frozen ? AT[state] : 0
  const stopped = state === 'STOPPED' || state === 'CANCELLED'
  const status = (index: number): StepStatus => (index < at ? 'done' : index > at ? 'todo' : stopped ? 'stopped' : 'current')
  const steps: Step[] = STEPS.map((key, index) => ({ key, label: t(key), status: status(index) }))
  return <StepGuide label={t('label')} steps={steps} />
}
