import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ScaleFormPage } from '@/components/casework/progress/scales/scale-form-page'
import { requireActor } from '@/lib/access/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress.scales'))('newTitle') }
}

export default async function Page() {
  await requireActor('method.manage')
  return <ScaleFormPage scale={null} />
}
