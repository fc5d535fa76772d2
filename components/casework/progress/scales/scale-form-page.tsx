import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { emptyForm, formOf } from '@/lib/casework/progress/scales/form'
import type { KeptScale } from '@/lib/casework/progress/scales/queries'
import { ScaleForm } from './scale-form'

const keys = ['nameDa', 'nameEn', 'aboutDa', 'aboutEn', 'aboutHelp', 'lowest', 'highest', 'better', 'start', 'startHelp', 'gate', 'gateHelp', 'noise', 'noiseHelp', 'areas', 'areasHelp', 'areaDa', 'areaEn', 'moreAreas', 'anchors', 'anchorsHelp', 'value', 'meansDa', 'meansEn', 'moreAnchors', 'save'] as const

/** The form for a new scale, or for the next version of one. */
export function ScaleFormPage({ scale }: { scale: KeptScale | null }) {
  const [t, progress] = [useTranslations('progress.scales'), useTranslations('progress')]
  return (
    <>
      <PageHeading above={<BackLink href="/admin/scales">{t('title')}</BackLink>} title={t(scale ? 'editTitle' : 'newTitle')} lead={t(scale ? 'editLead' : 'newLead')} />
      <ScaleForm series={scale?.series ?? ''} seen={scale?.number ?? 0} initial={scale ? formOf(scale) : emptyForm()} ways={(['higher', 'lower'] as const).map((value) => ({ value, label: progress(`direction.${value}`) }))} texts={Object.fromEntries(keys.map((key) => [key, t(`form.${key}`)]))} />
    </>
  )
}
