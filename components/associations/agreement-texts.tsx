import { useTranslations } from 'next-intl'
import { DescriptionList } from '@/components/ui/description-list'
import type { Agreement } from '@/lib/associations/register/queries'

const parts = ['responsibilities', 'contributions', 'goals', 'insurance', 'dataTerms'] as const

/** What was agreed, in the words it was agreed in. */
export function AgreementTexts({ one }: { one: Pick<Agreement, (typeof parts)[number]> }) {
  const t = useTranslations('associations')
  return <DescriptionList items={parts.flatMap((key) => (one[key] ? [{ key, label: t(`form.${key}`), value: <span className="max-w-text whitespace-pre-line">{one[key]}</span> }] : []))} />
}
