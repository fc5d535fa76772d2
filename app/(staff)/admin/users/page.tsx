import { redirect } from 'next/navigation'
import { requireActor } from '@/lib/access/actor'

/** The list is the first room of the administration. */
export default async function Page() {
  await requireActor('user.manage')
  redirect('/admin')
}
