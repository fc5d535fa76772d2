import { OwnFrame } from '@/components/frame/own-frame'
import { currentActor } from '@/lib/access/actor'

// The frame only shows; every page asks for its own permission.
export default async function AssociationLayout({ children }: { children: React.ReactNode }) {
  const actor = await currentActor()
  return <OwnFrame door="association" signedIn={actor !== null}>{children}</OwnFrame>
}
