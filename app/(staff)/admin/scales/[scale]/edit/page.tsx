import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ScaleFormPage } from '@/components/casework/progress/scales/scale-form-page'
import { requireActor } from '@/lib/access/actor'
import { oneScale } from '@/lib/casework/progress/scales/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress.scales'))('editTitle') }
}

export default async function Page({ params }: { params: Promise<{ scale: string }> }) {
  const actor = await requireActor('method.manage')
  const scale = await oneScale(actor, (await params).scale)
  if (!scale) notFound()
  return <ScaleFormPage scale={scale} />
}
