import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

// The same title for every code, right or wrong: titles end in histories and on shared screens.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reply'))('title'), robots: { index: false, follow: false, nocache: true }, referrer: 'same-origin' }
}

export default function CodeLayout({ children }: { children: React.ReactNode }) {
  return children
}
