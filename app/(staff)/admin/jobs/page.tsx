import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { JobsPage } from '@/components/admin/jobs-page'
import { requireActor } from '@/lib/access/actor'
import { jobLines } from '@/lib/jobs/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.places'))('jobs') }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ only?: string }> }) {
  return <JobsPage jobs={await jobLines(await requireActor('job.read'))} redOnly={(await searchParams).only === 'red'} />
}
