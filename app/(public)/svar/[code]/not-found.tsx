import { NeutralPage } from '@/components/outreach/replies/neutral-page'

export default function NotFound() {
  return <NeutralPage />
}
