import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LogListPage } from '@/components/casework/log-list-page'
import { addTopic, changeTopic, retireTopic, reviveTopic } from '@/lib/casework/topics/actions'
import type { KeptTopic } from '@/lib/casework/topics/queries'

/** The topics of the contact log; the one the form asks about everything under stays. */
export function TopicsPage({ topics, heading }: { topics: KeptTopic[]; heading: ReactNode }) {
  const t = useTranslations('topics')
  return (
    <LogListPage
      heading={heading} t={t} rows={topics} entry="topic" actions={{ add: addTopic, change: changeTopic, retire: retireTopic, revive: reviveTopic }}
      facts={({ code }) => [code === 'general' && t('general')]} stays={({ code }) => code === 'general'}
    />
  )
}
