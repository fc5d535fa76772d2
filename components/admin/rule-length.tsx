import { useTranslations } from 'next-intl'
import type { RuleVersion } from '@/lib/deadlines/versions/queries'

export function RuleLength({ rule }: { rule: Pick<RuleVersion, 'length' | 'unit'> }) {
  const t = useTranslations('admin.rules')
  return <span className="tabular">{t(`lengths.${rule.unit}`, { count: rule.length })}</span>
}
