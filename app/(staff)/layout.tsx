import { StaffFrame } from '@/components/frame/staff-frame'
import { currentActor } from '@/lib/access/actor'

// The frame only shows; every page asks for its own permission, because a layout does not run again on navigation.
export default async function StaffLayout({ children }: { children: React.ReactNode }) {
  return <StaffFrame actor={await currentActor()}>{children}</StaffFrame>
}
