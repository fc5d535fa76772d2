import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StatePanel } from './state-panel'

/** The reader may not see this. Say which rule stops them and whom to ask, in `children`; never whether there is something. */
export function NoAccessState({ title, children, actions }: { title?: string; children?: ReactNode; actions?: ReactNode }) {
  const t = useTranslations('ui.noAccess')
  return <StatePanel kind="no-access" icon="lock" title={title ?? t('title')} actions={actions}>{children ?? t('body')}</StatePanel>
}
