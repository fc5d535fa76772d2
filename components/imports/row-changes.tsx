import { useLocale, useTranslations } from 'next-intl'
import type { RowLine } from '@/lib/people/register-import/queries'
import { fieldName, valueText } from './sentences'

/** Old and new beside each other; for somebody new only what is written. What may not be shown says so. */
export function RowChanges({ row }: { row: RowLine }) {
  const t = useTranslations('imports')
  const locale = useLocale()
  // What a person is recognised by stands in the row already, and that they become a veteran goes without saying for somebody new.
  const fresh = row.personId === null
  const changes = (row.changes ?? []).filter((change) => !fresh || !['firstName', 'lastName', 'birthDate', 'role', 'protectedAddress'].includes(change.field) || (change.field === 'protectedAddress' && change.to === 'yes'))
  const addition = row.addition && Object.entries(row.addition).filter(([field]) => field !== 'service').map(([field, value]) => valueText(t, field, value ?? null, locale))
  if (changes.length === 0 && !addition && (row.heldBack ?? []).length === 0) return null
  if (fresh) {
    const said = changes.map((change) => (change.hidden ? fieldName(t, change.field) : ['phone', 'email', 'street', 'number', 'floor', 'door', 'postcode', 'town'].includes(change.field) ? valueText(t, change.field, change.to, locale) : `${fieldName(t, change.field)}: ${valueText(t, change.field, change.to, locale)}`))
    return <p className="text-sm text-muted">{[...said, ...(addition ? [t('row.deployment', { what: addition.join(', ') })] : [])].join(' · ')}</p>
  }
  return (
    <ul className="text-sm">
      {changes.map((change) => (
        <li key={`${change.field}${change.recordId ?? ''}`} className="flex flex-wrap gap-x-2">
          <span className="text-muted">{fieldName(t, change.field)}:</span>
          {change.hidden ? <span>{t('row.hiddenChange')}</span> : <Pair from={valueText(t, change.field, change.from, locale)} to={valueText(t, change.field, change.to, locale)} />}
        </li>
      ))}
      {addition && <li><span className="text-muted">{t('row.added')}</span> {addition.join(', ')}</li>}
      {(row.heldBack ?? []).length > 0 && <li className="text-muted">{t('row.heldBack', { fields: row.heldBack.map((change) => fieldName(t, change.field)).join(', ') })}</li>}
    </ul>
  )
}

function Pair({ from, to }: { from: string; to: string }) {
  const t = useTranslations('imports')
  return (
    <span>
      <span className="sr-only">{t('row.from')} </span><span className="text-muted line-through decoration-1">{from}</span>
      <span aria-hidden="true"> → </span><span className="sr-only"> {t('row.to')} </span><strong className="font-semibold">{to}</strong>
    </span>
  )
}
