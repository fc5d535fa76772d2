import { AssociationFrame } from '@/components/frame/association-frame'
import { StaffFrame } from '@/components/frame/staff-frame'
import { VolunteerFrame } from '@/components/frame/volunteer-frame'
import { currentActor } from '@/lib/access/actor'
import { isRepresentative, isVolunteer } from '@/lib/access/permissions'

// The frame only shows; every page asks for its own permission, because a layout does not run again on navigation.
export default async function StaffLayout({ children }: { children: React.ReactNode }) {
  const actor = await currentActor()
  // Their account, and what does not exist for them, stand in their own frame.
  if (actor && isRepresentative(actor)) return <AssociationFrame signedIn>{children}</AssociationFrame>
  return actor && isVolunteer(actor) ? <VolunteerFrame signedIn>{children}</VolunteerFrame> : <StaffFrame actor={actor}>{children}</StaffFrame>
}
