import type { Metadata } from 'next'
import { KitButtons } from '@/components/ui/kit/kit-buttons'
import { KitCharts } from '@/components/ui/kit/kit-charts'
import { KitContent } from '@/components/ui/kit/kit-content'
import { KitErrors } from '@/components/ui/kit/kit-errors'
import { KitFields } from '@/components/ui/kit/kit-fields'
import { KitMessages } from '@/components/ui/kit/kit-messages'
import { KitNavigation } from '@/components/ui/kit/kit-navigation'
import { KitStates } from '@/components/ui/kit/kit-states'
import { KitTable } from '@/components/ui/kit/kit-table'
import { PageHeading } from '@/components/ui/page-heading'
import { requireActor } from '@/lib/access/actor'

export const metadata: Metadata = { title: 'Byggesten' }

export default async function KitPage() {
  await requireActor('kit.view')
  return (
    <>
      <PageHeading title="Byggesten" lead="Alle dele af brugerfladen i alle deres tilstande." />
      <KitButtons />
      <KitFields />
      <KitErrors />
      <KitMessages />
      <KitTable />
      <KitNavigation />
      <KitContent />
      <KitStates />
      <KitCharts />
    </>
  )
}
