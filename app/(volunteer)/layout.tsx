import { VolunteerFrame } from '@/components/frame/volunteer-frame'
import { currentActor } from '@/lib/access/actor'

// The frame only shows; every page asks for its own permission.
export default async function VolunteerLayout({ children }: { children: React.ReactNode }) {
  const actor = await currentActor()
  return <VolunteerFrame signedIn={actor !== null}>{children}</VolunteerFrame>
}
