import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NeutralPage } from '@/components/outreach/replies/neutral-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reply'))('title') }
}

/**
 * Where every code that does not hold ends, whatever the reason. A page of its own and not notFound(): that one is drawn by scripts, and here
 * there may be none. The code is gone from the address, so the bytes cannot differ.
 */
export default function Page() {
  return <NeutralPage />
}
