import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AddressReportPage } from '@/components/oversight/address-report-page'
import { requireActor } from '@/lib/access/actor'
import { readReport } from '@/lib/oversight/lookups/rules'
import { addressShownReport } from '@/lib/people/protection/queries'
import { today } from '@/lib/platform/clock'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('shown.title') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('audit.read')
  const address = readReport(await searchParams)
  const rows = address && (await addressShownReport(actor, address.person, today()))
  if (!address || !rows) notFound()
  return <AddressReportPage address={address} rows={rows} />
}
