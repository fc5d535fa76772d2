import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReviewsPage } from '@/components/access/reviews/reviews-page'
import { GlassReviews } from '@/components/oversight/break-glass/glass-reviews'
import { requireActor } from '@/lib/access/actor'
import { reasonReviews } from '@/lib/access/reasons/queries'
import { glassReviews } from '@/lib/oversight/break-glass/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access.reviews'))('title') }
}

export default async function Page() {
  const actor = await requireActor('access.review')
  return <ReviewsPage reasons={await reasonReviews(actor)}><GlassReviews reviews={await glassReviews(actor)} /></ReviewsPage>
}
