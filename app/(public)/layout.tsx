import { PublicFrame } from '@/components/portal/public-frame'
import { publicMunicipality } from '@/lib/portal/municipality'

export default async function PublicLayout({ children }: { children: React.ReactNode }) {
  return <PublicFrame municipality={await publicMunicipality()}>{children}</PublicFrame>
}
