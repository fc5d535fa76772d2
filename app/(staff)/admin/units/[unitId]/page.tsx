import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { UnitPage } from '@/components/admin/units/unit-page'
import { requireActor } from '@/lib/access/actor'
import { findUnit } from '@/lib/access/units/queries'
import { pageLocale } from '@/lib/platform/i18n/page-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.units'))('one') }
}

export default async function Page({ params }: { params: Promise<{ unitId: string }> }) {
  const actor = await requireActor('user.manage')
  const id = z.uuid().safeParse((await params).unitId)
  const unit = id.success ? await findUnit(actor, id.data, await pageLocale()) : null
  if (!unit) notFound()
  return <UnitPage unit={unit} />
}
