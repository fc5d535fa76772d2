import { useLocale, useTranslations } from 'next-intl'
import type { RowLine } from '@/lib/people/register-import/queries'
import { addressLine } from '@/lib/people/places/rules'
import { fieldName, valueText } from './sentences'

const ADDRESS = new Set(['careOf', 'street', 'number', 'floor', 'door', 'postcode', 'town'])
/** What names the row already, and what goes without saying for somebody new. */
const SAID = new Set(['firstName', 'lastName', 'birthDate', 'role'])

/** Old and new beside each other; for somebody new only what is written. What may not be shown says so. */
export function RowChanges({ row }: { row: RowLine }) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const changes = row.changes ?? []
  const heldBack = row.heldBack ?? []
  const added = row.addition && deploymentText(row.addition, (field, value) => valueText(t, field, value, locale))
  if (changes.length === 0 && !added && heldBack.length === 0) return null
  if (row.personId === null || row.verdict === 'NEW') {
    const shown = changes.filter((change) => !SAID.has(change.field) && !ADDRESS.has(change.field) && !(change.field === 'protectedAddress' && change.to === 'no'))
    const facts = shown.map((change) => (change.hidden || change.field === 'phone' || change.field === 'email' ? (change.to ?? fieldName(t, change.field)) : `${fieldName(t, change.field)}: ${valueText(t, change.field, change.to, locale)}`))
    return <p className="text-sm text-muted">{[newAddress(changes), ...facts, added && t('row.deployment', { what: added })].filter(Boolean).join(' · ')}</p>
  }
  return (
    <ul className="text-sm">
      {changes.map((change) => (
        <li key={`${change.field}${change.recordId ?? ''}`} className="flex flex-wrap gap-x-2">
          <span className="text-muted">{fieldName(t, change.field)}:</span>
          {change.hidden ? <span>{t('row.hiddenChange')}</span> : <Pair from={valueText(t, change.field, change.from, locale)} to={valueText(t, change.field, change.to, locale)} />}
        </li>
      ))}
      {added && <li><span className="text-muted">{t('row.added')}</span> {added}</li>}
      {heldBack.length > 0 && <li className="text-muted">{t('row.heldBack', { fields: heldBack.map((change) => fieldName(t, change.field)).join(', ') })}</li>}
    </ul>
  )
}

function newAddress(changes: RowLine['changes']): string | null {
  const part = (field: string) => changes.find((change) => change.field === field)?.to ?? null
  const street = part('street')
  if (!street) return null
  return addressLine({ careOf: part('careOf'), street, number: part('number') ?? '', floor: part('floor'), door: part('door'), postcode: part('postcode') ?? '', town: part('town') ?? '' })
}

/** 'KFOR, Kosovo, 01.02.2001–01.08.2001' */
function deploymentText(values: NonNullable<RowLine['addition']>, text: (field: string, value: string) => string): string {
  const said = (['mission', 'country', 'service'] as const).flatMap((field) => (values[field] ? [text(field, values[field])] : []))
  const days = (['deployedFrom', 'deployedTo'] as const).map((field) => (values[field] ? text(field, values[field]) : ''))
  return [...said, ...(days.some(Boolean) ? [days.join('–')] : [])].join(', ')
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
