import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { Tone } from '@/components/ui/tone'
import type { RunState } from '@/lib/outreach/runs/rules'

const tones: Record<RunState, Tone> = { DRAFT: 'neutral', REVIEWED: 'info', RELEASED: 'warning', SENDING: 'info', SENT: 'success', CLOSED: 'success', STOPPED: 'error', CANCELLED: 'neutral' }

export async function RunStateTag({ state, frozen = true }: { state: RunState; frozen?: boolean }) {
  const t = await getTranslations('runs.state')
  return <Tag tone={frozen ? tones[state] : 'info'}>{frozen ? t(state) : t('FREEZING')}</Tag>
}
