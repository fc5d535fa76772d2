import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import type { CaseRow } from '@/lib/casework/cases/queries'
import { weighCase } from '@/lib/casework/weights/actions'
import { weights } from '@/lib/casework/weights/rules'

/** How much work the case is, and the other two beside it: one click. */
export function WeightChoice({ personId, one, mayChange }: { personId: string; one: CaseRow; mayChange: boolean }) {
  const t = useTranslations('casework.weights')
  const [newest] = one.weights
  const now = newest?.weight ?? 'ordinary'
  const values = (weight: string) => ({ personId, caseId: one.id, number: String(newest?.number ?? 0), weight })
  return (
    <span className="flex flex-wrap items-center gap-2">
      {t(`weight.${now}`)}
      {mayChange && <span className="no-print flex flex-wrap gap-1">{weights.filter((weight) => weight !== now).map((weight) => <ActionButton key={weight} action={weighCase} values={values(weight)} size="small" variant="quiet">{t(`make.${weight}`)}</ActionButton>)}</span>}
    </span>
  )
}
