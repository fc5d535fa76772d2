import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { BatchPage } from '@/components/imports/batch-page'
import { requireActor } from '@/lib/access/actor'
import { shownStep } from '@/lib/imports/batches/rules'
import { columnSamples, importBatch, importRows, missingPeople } from '@/lib/people/register-import/queries'
import { batchView } from '@/lib/people/register-import/schema'
import { today } from '@/lib/platform/clock'

type Props = { params: Promise<{ batchId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('page.title') }
}

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('import.run')
  const { batchId } = await params
  const batch = z.uuid().safeParse(batchId).success ? await importBatch(actor, batchId) : null
  if (!batch) notFound()
  const view = batchView.parse(await searchParams)
  const step = shownStep(batch.state, view.step)
  // Rows and cells are for the one who sent the file in; colleagues see what it came to.
  const samples = batch.mine && step === 'columns' ? await columnSamples(actor, batchId) : []
  const rows = batch.mine && (step === 'preview' || step === 'result') ? await importRows(actor, batchId, view) : null
  const missing = batch.mine && step === 'missing' ? await missingPeople(actor, batchId, view.page) : null
  return <BatchPage batch={batch} step={step} view={view} today={today()} samples={samples} rows={rows} missing={missing} />
}
