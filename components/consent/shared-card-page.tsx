import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BackLink } from '@/components/ui/back-link'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeading } from '@/components/ui/page-heading'
import type { SharedCard } from '@/lib/consent/sharing/queries'
import { addressLine } from '@/lib/people/places/rules'
import { formatPhone } from '@/lib/people/phones/rules'
import { formatDay } from '@/lib/platform/dates'

/** What the person agreed to be told, and not a field more. */
export function SharedCardPage({ card, children }: { card: SharedCard; /** Why they were referred, and the answer. */ children?: ReactNode }) {
  const [t, locale] = [useTranslations('consent'), useLocale()]
  const named = (yes: boolean, key: string) => (yes ? [t(`card.${key}`)] : [])
  const needs = card.needs && [t('card.language', { name: new Intl.DisplayNames(locale, { type: 'language' }).of(card.needs.language) ?? card.needs.language }), ...named(card.needs.interpreter, 'interpreter'), ...named(card.needs.signLanguage, 'sign'), ...named(card.needs.largePrint, 'largePrint'), ...(card.needs.note ? [card.needs.note] : [])]
  const none = <span className="text-muted">{t('card.nothing')}</span>
  const items = [
    { key: 'responsible', label: t('card.responsible'), value: card.responsible.join(', ') || card.byName },
    ...(card.contacts ? [{ key: 'contact', label: t('field.contact'), value: card.contacts.length === 0 ? none : <ul className="space-y-2">{card.contacts.map((one) => <li key={one.value} className="min-h-6"><a href={`${one.kind === 'PHONE' ? 'tel' : 'mailto'}:${one.value}`}>{one.kind === 'PHONE' ? formatPhone(one.value) : one.value}</a></li>)}</ul> }] : []),
    ...(card.fields.includes('address') ? [{ key: 'address', label: t('field.address'), value: card.address ? addressLine(card.address) : none }] : []),
    ...(needs ? [{ key: 'needs', label: t('field.needs'), value: <ul>{needs.map((one) => <li key={one}>{one}</li>)}</ul> }] : []),
    ...(card.service ? [{ key: 'service', label: t('field.service'), value: card.service.length === 0 ? none : <ul>{card.service.map((one) => <li key={`${one.mission}${one.from}`}>{one.mission}, {one.country}{one.from && ` ${one.from.slice(0, 4)}`}</li>)}</ul> }] : []),
  ]
  return (
    <>
      <PageHeading above={<BackLink href="/shared">{t('shared.title')}</BackLink>} title={card.name} lead={t(`purpose.${card.purpose}`)} />
      {children}
      <DescriptionList items={items} />
      <section className="mt-6 max-w-text">
        <h2>{t('card.told')}</h2>
        <p className="mt-1">“{card.wording}”</p>
        <p className="mt-2 text-muted">{t('card.limits', { until: formatDay(card.expiresOn, locale), name: card.byName })}</p>
      </section>
    </>
  )
}
