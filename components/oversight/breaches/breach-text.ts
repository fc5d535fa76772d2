import type { Breach } from '@/lib/oversight/breaches/queries'
import { formatMoment } from '@/lib/platform/dates'

type Say = (key: string) => string
export type Controller = { name: string; cvr: string; phone: string; email: string } | null

/** What the authority's form asks, in its order, as text to copy. What is not known yet says so. */
export function breachText(breach: Breach, controller: Controller, t: Say, locale: 'da' | 'en'): string {
  const lines: [string, string | null][] = [
    ['controller', controller && `${controller.name}, CVR ${controller.cvr}`],
    ['contact', controller && `${controller.phone}, ${controller.email}`],
    ['found', formatMoment(breach.foundAt, locale)],
    ['aware', formatMoment(breach.awareAt, locale)],
    ['kinds', breach.kinds.map((kind) => t(`kind.${kind}`)).join('; ')],
    ['happened', breach.happened],
    ['dataKinds', breach.dataKinds],
    ['people', breach.people === null ? null : String(breach.people)],
    ['consequences', breach.consequences],
    ['measures', breach.measures],
    ['risk', breach.risk && `${t(`riskOf.${breach.risk}`)}. ${breach.riskReason ?? ''}`],
    ...(breach.lateReason ? [['late', breach.lateReason] as [string, string]] : []),
  ]
  return lines.map(([key, value]) => `${t(`line.${key}`)}: ${value || t('unknown')}`).join('\n')
}
