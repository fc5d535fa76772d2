import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/actor'

/** An address of nothing answers as an address one may not see: signed out to the sign-in page, signed in with the page that does not exist. */
export default async function MissingPage() {
  await requireActor('self')
  notFound()
}
