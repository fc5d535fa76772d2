import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AskPage, ReportPage } from '@/components/oversight/report-page'
import { requireActor } from '@/lib/access/actor'
import { lookupReport } from '@/lib/oversight/lookups/queries'
import { readReport } from '@/lib/oversight/lookups/rules'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('audit.read')
  const search = await searchParams
  if (search.person === undefined) return <AskPage />
  const address = readReport(search)
  const report = address && (await lookupReport(actor, address, 'screen'))
  if (!address || !report) notFound()
  return <ReportPage address={address} report={report} />
}
