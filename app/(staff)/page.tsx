import { redirect } from 'next/navigation'
import { currentActor } from '@/lib/access/actor'

export default async function Page() {
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  return <h1>{actor.name}</h1>
}
