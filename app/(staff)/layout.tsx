import { OwnFrame } from '@/components/frame/own-frame'
import { StaffFrame } from '@/components/frame/staff-frame'
import { currentActor } from '@/lib/access/actor'
import { isRepresentative, isVolunteer } from '@/lib/access/permissions'

// The frame only shows; every page asks for its own permission, because a layout does not run again on navigation.
export default async function StaffLayout({ children }: { children: React.ReactNode }) {
  const actor = await currentActor()
  // Their account, and what does not exist for them, stand in their own frame.
  if (actor && isRepresentative(actor)) return <OwnFrame door="association" signedIn>{children}</OwnFrame>
  return actor && isVolunteer(actor) ? <OwnFrame door="volunteer" signedIn>{children}</OwnFrame> : <StaffFrame actor={actor}>{children}</StaffFrame>
}
