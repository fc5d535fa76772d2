import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeading } from '@/components/ui/page-heading'

const places = ['users', 'units', 'clearances', 'roles', 'access', 'jobs', 'rules', 'methods', 'scales', 'kinds', 'topics', 'volunteering', 'municipality'] as const
export type AdminPlace = (typeof places)[number]

/** The administrator's rooms. The first is /admin itself. */
export async function AdminHeading({ current, title, lead, actions }: { current: AdminPlace; title?: string; lead?: string; actions?: ReactNode }) {
  const t = await getTranslations('admin')
  const items = places.map((place) => ({ href: place === 'users' ? '/admin' : `/admin/${place}`, label: t(`places.${place}`), current: place === current }))
  return (
    <>
      <div className="mb-4"><NavTabs label={t('navigation')} items={items} /></div>
      <PageHeading title={title ?? t(`places.${current}`)} lead={lead ?? t(`leads.${current}`)} actions={actions} />
    </>
  )
}
