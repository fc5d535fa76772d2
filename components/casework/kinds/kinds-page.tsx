import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LogListPage } from '@/components/casework/log-list-page'
import { channels, NO_SHOW_KIND } from '@/lib/casework/contacts/rules'
import { addKind, changeKind, retireKind, reviveKind } from '@/lib/casework/kinds/actions'
import type { KeptKind } from '@/lib/casework/kinds/queries'

/** The kinds of contact, and what each counts as. */
export function KindsPage({ kinds, heading }: { kinds: KeptKind[]; heading: ReactNode }) {
  const t = useTranslations('kinds')
  return (
    <LogListPage
      heading={heading} t={t} rows={kinds} entry="kind" actions={{ add: addKind, change: changeKind, retire: retireKind, revive: reviveKind }}
      asks={(kind) => (kind && !kind.movable ? [] : [{ kind: 'select', name: 'channel', label: t('channel'), help: t('channelHelp'), placeholder: t('choose'), value: kind?.channel, options: channels.map((value) => ({ value, label: t(`as.${value}`) })) }])}
      facts={({ code, channel }) => [t('counts', { channel: t(`as.${channel}`) }), code === NO_SHOW_KIND && t('noShow')]}
      stays={({ code }) => code === NO_SHOW_KIND}
    />
  )
}
