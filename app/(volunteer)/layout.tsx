import { OwnFrame } from '@/components/frame/own-frame'
import { currentActor } from '@/lib/access/actor'

// The frame only shows; every page asks for its own permission.
export default async function VolunteerLayout({ children }: { children: React.ReactNode }) {
  const actor = await currentActor()
  return <OwnFrame door="volunteer" signedIn={actor !== null}>{children}</OwnFrame>
}
