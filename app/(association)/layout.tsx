import { AssociationFrame } from '@/components/frame/association-frame'
import { currentActor } from '@/lib/access/actor'

// The frame only shows; every page asks for its own permission.
export default async function AssociationLayout({ children }: { children: React.ReactNode }) {
  const actor = await currentActor()
  return <AssociationFrame signedIn={actor !== null}>{children}</AssociationFrame>
}
