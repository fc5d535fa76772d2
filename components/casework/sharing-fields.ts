import type { FieldSpec } from '@/components/people/forms/field-spec'
import type { CaseRow, Fellow } from '@/lib/casework/cases/queries'
import { consentWays } from '@/lib/casework/sharing/schema'
import { formatDay } from '@/lib/platform/dates'

type Texts = (key: string, values?: Record<string, string>) => string

/** Whom a case is offered to with which consent, and who may work on it too: of another unit those the person shares it with. */
export function sharingFields(t: Texts, locale: string, one: CaseRow | null, fellows: Fellow[], self: string): Record<'transfer' | 'professional', FieldSpec[]> {
  const named = ({ nameDa, nameEn }: Fellow['unit']) => (locale === 'da' ? nameDa : nameEn)
  const who = ({ name, title, unit, own, sharedUntil }: Fellow) => `${named(unit)}: ${title ? `${name}, ${title}` : name}${!own && sharedUntil ? ` (${t('consentUntil', { day: formatDay(sharedUntil, locale, 'short') })})` : ''}`
  const units = [...new Map(fellows.map((one) => [one.unit.id, one])).values()]
  const has = one?.people.filter(({ to }) => to === null).map(({ userId }) => userId) ?? []
  const free = fellows.filter(({ id }) => id !== self)
  return {
    transfer: [
      { type: 'select', name: 'to', label: t('to'), help: t('toHelp'), placeholder: t('choose'), options: [...units.map((each) => ({ value: `unit:${each.unit.id}`, label: t('queue', { unit: named(each.unit) }) })), ...free.map((each) => ({ value: `user:${each.id}`, label: who(each) }))] },
      { type: 'radio', name: 'how', label: t('consent'), help: t('consentHelp'), options: consentWays.map((value) => ({ value, label: t(`how.${value}`) })), value: 'have' },
      { type: 'text', name: 'evidence', label: t('evidence'), help: t('evidenceHelp'), optional: true },
      { type: 'area', name: 'message', label: t('message'), help: t('messageHelp'), max: 1000 },
    ],
    professional: [{ type: 'select', name: 'userId', label: t('professional'), help: t('professionalHelp'), placeholder: t('choose'), options: free.filter(({ id, own, sharedUntil }) => !has.includes(id) && (own || sharedUntil)).map((each) => ({ value: each.id, label: who(each) })) }],
  }
}
