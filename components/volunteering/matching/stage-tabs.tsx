import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'

export const stages = ['waiting', 'asked', 'running', 'ended'] as const
export type Stage = (typeof stages)[number]

/** From waiting to ended: who waits stands on a page of its own, the rest on the page of matches. */
export function StageTabs({ current, counts }: { current: Stage; counts: Record<Stage, number> }) {
  const t = useTranslations('matching')
  return <Tabs label={t('stages')} items={stages.map((stage) => ({ label: t(`stage.${stage}`), href: stage === 'waiting' ? '/volunteers/waiting' : `/volunteers/matches?tab=${stage}`, current: stage === current, count: counts[stage] }))} />
}
