import { getTranslations } from 'next-intl/server'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeading } from '@/components/ui/page-heading'
import { placeOf, setupLists } from '@/lib/volunteering/setup/rules'
import { AdminHeading } from './admin-heading'

const rooms = [...setupLists, 'times', 'rates'] as const

/** The rooms of what volunteers, matches and groups are made of. An administrator has them among others: `all`. */
export async function SetupHeading({ current, all }: { current: (typeof rooms)[number]; all: boolean }) {
  const [t, setup] = [await getTranslations('admin'), await getTranslations('volunteerSetup')]
  return (
    <>
      {all ? <AdminHeading current="volunteering" title={setup('title')} /> : <PageHeading title={setup('title')} lead={t('leads.volunteering')} />}
      <div className="mb-5"><NavTabs label={setup('rooms')} items={rooms.map((room) => ({ href: placeOf(room), label: setup(`list.${room}`), current: room === current }))} /></div>
    </>
  )
}
