import { getTranslations } from 'next-intl/server'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeading } from '@/components/ui/page-heading'
import { AdminHeading } from './admin-heading'

const rooms = ['methods', 'scales', 'kinds', 'topics'] as const

/** The rooms of whoever describes how work is done. An administrator has them among others: `all`. */
export async function MethodHeading({ current, all }: { current: (typeof rooms)[number]; all: boolean }) {
  const t = await getTranslations('admin')
  if (all) return <AdminHeading current={current} />
  return (
    <>
      <div className="mb-4"><NavTabs label={t('methodRooms')} items={rooms.map((room) => ({ href: `/admin/${room}`, label: t(`places.${room}`), current: room === current }))} /></div>
      <PageHeading title={t(`places.${current}`)} lead={t(`leads.${current}`)} />
    </>
  )
}
