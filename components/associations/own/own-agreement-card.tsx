import { useLocale, useTranslations } from 'next-intl'
import { AgreementTexts } from '@/components/associations/agreement-texts'
import { Standing } from '@/components/associations/associations-page'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Explain } from '@/components/ui/explain'
import type { OwnAgreedContact, OwnAgreement, OwnAssociation } from '@/lib/associations/own/queries'
import { formatPhone } from '@/lib/people/phones/rules'
import { formatDay } from '@/lib/platform/dates'

/** What was agreed with the municipality, period by period, and the signed paper. */
export function OwnAgreementCard({ page: { agreements: [newest, ...before], state, due } }: { page: OwnAssociation }) {
  const [t, locale] = [useTranslations('ownAssociation'), useLocale()]
  const period = (one: OwnAgreement) => t('period', { from: formatDay(one.fromDay, locale), to: formatDay(one.toDay, locale) })
  return (
    <Card title={t('agreement')}>
      <p><Standing state={state} due={due} /></p>
      {newest ? <><h3 className="mt-3 text-base">{period(newest)}</h3><Agreement one={newest} /></> : <p className="mt-2 text-muted">{t('noAgreement')}</p>}
      {before.map((one) => <Explain key={one.number} summary={period(one)}><Agreement one={one} /></Explain>)}
    </Card>
  )
}

function Agreement({ one }: { one: OwnAgreement }) {
  const [t, locale] = [useTranslations('ownAssociation'), useLocale()]
  return (
    <>
      <p className="text-sm text-muted">{[one.reviewOn && t('reviewOn', { day: formatDay(one.reviewOn, locale) }), one.places !== null && t('places', { count: one.places })].filter(Boolean).join(' · ')}</p>
      <AgreementTexts one={one} />
      <AgreedContacts contacts={one.contacts} />
      <p className="no-print mt-2">{one.signedId ? <a href={`/min-forening/aftale/${one.signedId}`}>{t('signed')}</a> : <span className="text-muted">{t('notSigned')}</span>}</p>
    </>
  )
}

/** Whom to ring about the agreement, and who does so for the association. Nothing where nobody is chosen: the unit stands further down. */
function AgreedContacts({ contacts }: { contacts: OwnAgreedContact[] }) {
  const t = useTranslations('ownAssociation')
  const items = (['municipality', 'association'] as const).flatMap((side) => {
    const those = contacts.filter((one) => one.side === side)
    return those.length === 0 ? [] : [{ key: side, label: t(`agreedContact.${side}`), value: <ul>{those.map((one) => <li key={one.name}>{[one.name, one.title].filter(Boolean).join(', ')}{one.phone && <> · <a href={`tel:${one.phone.replaceAll(' ', '')}`}>{formatPhone(one.phone)}</a></>}</li>)}</ul> }]
  })
  return items.length > 0 && <DescriptionList items={items} />
}
