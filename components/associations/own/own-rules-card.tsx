import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { RulesText } from '@/components/volunteering/ground-rules/rules-text'
import type { OwnAssociation, OwnRules } from '@/lib/associations/own/queries'

/** What volunteers and staff have agreed on, workplace by workplace. */
export function OwnRulesCard({ rules }: { rules: OwnRules[] }) {
  const t = useTranslations('ownAssociation')
  return (
    <Card title={t('rules')}>
      {rules.length === 0 ? <p className="text-muted">{t('noRules')}</p> : rules.map((one) => <Explain key={`${one.workplace} ${one.fromDay}`} summary={one.workplace}><RulesText rules={one} /></Explain>)}
    </Card>
  )
}

/** Whom to call in the municipality. */
export function OwnUnitCard({ unit: { unit, phone, email } }: { unit: NonNullable<OwnAssociation['unit']> }) {
  const t = useTranslations('ownAssociation')
  return <Card title={t('call')}><p><strong>{unit}</strong></p><p>{[phone && <a key="phone" href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>, email && <a key="email" href={`mailto:${email}`} className="ml-4">{email}</a>]}</p></Card>
}
