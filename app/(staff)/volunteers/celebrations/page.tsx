import { getTranslations } from 'next-intl/server'
import { CelebrationsPage } from '@/components/volunteering/recognition/celebrations-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { partsOf } from '@/lib/platform/day'
import { celebrationsOf } from '@/lib/volunteering/recognition/queries'
import { celebrationView } from '@/lib/volunteering/recognition/schema'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('recognition'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const [actor, day] = [await requireActor('volunteer.read'), today()]
  const { year } = celebrationView(await searchParams, partsOf(day).year)
  return <CelebrationsPage found={await celebrationsOf(actor, year, day)} year={year} today={day} mayManage={can(actor, 'volunteer.manage')} mayExport={can(actor, 'volunteer.export')} />
}
