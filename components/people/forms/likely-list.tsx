import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { DateText } from '@/components/ui/date-text'
import { createPerson } from '@/lib/people/create/actions'
import type { Draft } from '@/lib/people/create/queries'
import type { Likely } from '@/lib/people/duplicates/likely'
import { nameInOrder } from '@/lib/people/names/rules'
import { type Day, partsOf } from '@/lib/platform/day'

type Props = { likely: Likely[]; draft: Draft; s: string; relativeOf: string; today: Day }

/** Who it could be already, and why we think so. Going on anyway is one button that says what it does. */
export function LikelyList({ likely, draft, s, relativeOf, today }: Props) {
  const t = useTranslations('people')
  const values: Record<string, string> = { s, relativeOf, anyway: 'yes', firstName: draft.firstName, lastName: draft.lastName, cpr: draft.cpr, phone: draft.phone, language: draft.language, relation: draft.relation, roles: draft.roles.join(), ...dateValues('birthDate', draft.birthDate), ...dateValues('registeredOn', draft.registeredOn ?? today) }
  return (
    <div className="mb-5">
      <Alert tone="warning" title={t('create.likely')} actions={<ActionButton action={createPerson} values={values}>{t('create.anyway')}</ActionButton>}>
        <p>{t('create.likelyBody')}</p>
        <ul className="my-2 space-y-1">
          {likely.map((person) => (
            <li key={person.id}>
              <Link href={`/people/${person.id}`} prefetch={false} className="font-semibold">{nameInOrder({ given: person.firstName, family: person.lastName })}</Link>
              {person.birthDate && <> · <DateText day={person.birthDate} look="short" /></>} · {t(`level.${person.level}`)}: {person.reasons.map((reason) => t(`reason.${reason}`)).join(', ')}
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  )
}

function dateValues(name: string, day: Day | null): Record<string, string> {
  if (!day) return {}
  const { year, month, dayOfMonth } = partsOf(day)
  return { [`${name}.day`]: String(dayOfMonth), [`${name}.month`]: String(month), [`${name}.year`]: String(year) }
}
