import { useTranslations } from 'next-intl'
import { DescriptionList } from '@/components/ui/description-list'

const parts = ['volunteers', 'staff', 'together', 'agreedWith'] as const

/** What was agreed at a workplace, part by part. */
export function RulesText({ rules }: { rules: Record<(typeof parts)[number], string | null> }) {
  const t = useTranslations('groundRules')
  return <DescriptionList items={parts.flatMap((key) => (rules[key] ? [{ key, label: t(key), value: <span className="max-w-text whitespace-pre-line">{rules[key]}</span> }] : []))} />
}
