'use client'

import { GlobalError } from '@/components/frame/global-error'

export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <GlobalError reference={error.digest} />
}
