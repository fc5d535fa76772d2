import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { against, type CaseWeight, caseloadWeight, withCase } from '@/lib/casework/weights/rules'
import type { Caseload } from '@/lib/casework/weights/sql'

/** Above what the unit means for one: said where a case is opened or taken, and never a refusal. `more`: with one case more of that weight. */
export function LoadWarning({ load, more }: { load: Caseload | null; more?: CaseWeight }) {
  const t = useTranslations('casework.weights')
  if (load === null) return null
  const then = more ? withCase(load, more) : load
  const standing = against(then, load.limit)
  if (standing === null || standing === 'within') return null
  return <div className="my-3"><Alert tone="warning" compact>{t(`over.${standing}${more ? 'More' : 'Now'}`, { ...caseloadWeight(then), limit: load.limit ?? 0 })}</Alert></div>
}

/** How many cases one has of how many, and what they weigh; with a warning above the limit. */
export function LoadLine({ load }: { load: Caseload | null }) {
  const t = useTranslations('casework.weights')
  if (load === null) return null
  const values = { ...caseloadWeight(load), limit: load.limit ?? 0 }
  return (
    <>
      <p className="mb-2"><strong>{t(load.limit === null ? 'open' : 'openOf', values)}</strong>{values.weight !== values.open && <span className="text-muted"> · {t('weighs', values)}</span>}</p>
      <LoadWarning load={load} />
    </>
  )
}
