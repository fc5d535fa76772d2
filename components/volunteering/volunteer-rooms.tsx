import { useTranslations } from 'next-intl'
import { NavTabs } from '@/components/ui/nav-tabs'

const rooms = { volunteers: '', waiting: '/waiting', matches: '/matches', groups: '/groups', courses: '/courses', celebrations: '/celebrations', rules: '/ground-rules' } as const

/** The rooms of whoever leads volunteers, above each of them: from one to the next without going back. */
export function VolunteerRooms({ current }: { current: keyof typeof rooms }) {
  const t = useTranslations('volunteering')
  return <div className="mb-4"><NavTabs label={t('rooms')} items={(Object.keys(rooms) as (keyof typeof rooms)[]).map((room) => ({ href: `/volunteers${rooms[room]}`, label: t(`room.${room}`), current: room === current }))} /></div>
}
