import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { endAssociationContact } from '@/lib/associations/register/actions'
import type { Agreement, OpenAssociation } from '@/lib/associations/register/queries'
import { formatPhone } from '@/lib/people/phones/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { ContactLine } from './agreed-contacts-card'
import { AgreementTexts } from './agreement-texts'
import { Standing } from './associations-page'
import { DialogueCard, NotesCard, RepresentativesCard } from './follow-cards'
import { SignupCard } from './signup-card'

/** One association: the agreement and what comes next with it, who speaks for it, and who comes by it. */
export function AssociationPage({ found, today, mayManage, mayVolunteers }: { found: OpenAssociation; today: Day; mayManage: boolean; mayVolunteers: boolean }) {
  const { association: a, contacts, agreements, volunteers, matches, areas, state, due, promised } = found
  const [t, locale] = [useTranslations('associations'), useLocale()]
  const to = (change: string) => `/associations/${a.id}/${change}`
  const unknown = <span className="text-muted">{t('unknown')}</span>
  return (
    <>
      <PageHeading above={<BackLink href="/associations">{t('back')}</BackLink>} title={a.name} lead={t(`kind.${a.kind}`)} actions={mayManage && <LinkButton href={to('edit')}>{t('edit')}</LinkButton>} />
      {found.signup && <div className="mb-6"><SignupCard association={a} signup={found.signup} mayManage={mayManage} /></div>}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="space-y-6">
          <Card title={t('agreement')} actions={mayManage && <LinkButton href={to('partnership')} size="small" icon="plus">{t('addPartnership')}</LinkButton>}>
            <p><Standing state={state} due={due} /></p>
            {due && <p><ContactLine contacts={agreements[0]?.contacts ?? []} /></p>}
            {promised !== null && <p className="mt-2">{t('used', { active: volunteers.filter(({ active }) => active).length, promised })}</p>}
            {state === 'lapsed' && volunteers.length > 0 && <div className="mt-3"><Alert tone="warning"><p>{t('blocks', { count: volunteers.length })}</p><Volunteers rows={volunteers} linked={mayVolunteers} matches={matches} /></Alert></div>}
            <ol className="mt-3 space-y-4">{agreements.map((one) => <AgreementItem key={one.number} one={one} href={to(`agreements/${one.id}`)} />)}</ol>
          </Card>
          <Card title={t('comeBy')}>
            {volunteers.length === 0 ? <p className="text-muted">{t('nobody')}</p> : <Volunteers rows={volunteers} linked={mayVolunteers} />}
          </Card>
        </div>
        <div className="space-y-6">
          <DialogueCard found={found} />
          <Card title={t('contacts')} actions={mayManage && <LinkButton href={to('contact')} size="small" icon="plus">{t('addContact')}</LinkButton>}>
            {contacts.length === 0 && <p className="text-muted">{t('noContacts')}</p>}
            <ul className="space-y-3">{contacts.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-2">
                <div><strong>{one.name}</strong>{one.title && `, ${one.title}`}{one.ended && ` (${t('former')})`}<span className="block text-sm">{one.phone && <a href={`tel:${one.phone}`}>{formatPhone(one.phone)}</a>}{one.phone && one.email && ' · '}{one.email && <a href={`mailto:${one.email}`}>{one.email}</a>}</span></div>
                {mayManage && !one.ended && <ActionButton action={endAssociationContact} values={{ associationId: a.id, associationContactId: one.id }} size="small" variant="quiet">{t('endContact')}</ActionButton>}
              </li>
            ))}</ul>
          </Card>
          <Card title={t('about')}>
            <DescriptionList items={[
              { key: 'about', label: t('does'), value: a.about ? <span className="max-w-text whitespace-pre-line">{a.about}</span> : unknown },
              { key: 'offers', label: t('offers'), value: a.offers ? <span className="max-w-text whitespace-pre-line">{a.offers}</span> : unknown },
              { key: 'areas', label: t('areas'), value: a.areas.map((code) => areas.find((one) => one.code === code)).map((one, at) => (one ? nameOf(one, locale) : a.areas[at])).join(', ') || unknown },
              { key: 'website', label: t('website'), value: a.website ? <a href={a.website} rel="noreferrer">{a.website}</a> : unknown },
            ]} />
          </Card>
          <RepresentativesCard found={found} today={today} mayManage={mayManage && !found.signup} />
          <NotesCard found={found} mayManage={mayManage} />
        </div>
      </div>
    </>
  )
}

/** `matches`: those that run, behind each. */
function Volunteers({ rows, linked, matches = [] }: { rows: OpenAssociation['volunteers']; linked: boolean; matches?: OpenAssociation['matches'] }) {
  const t = useTranslations('matches')
  return (
    <ul>{rows.map((one) => (
      <li key={one.id}>
        {linked ? <a href={`/volunteers/${one.id}`}>{one.name}</a> : one.name} <span className="text-muted">{one.number}</span>
        {matches.filter(({ volunteerId }) => volunteerId === one.id).map(({ id, number }) => <span key={id}> · <a href={`/volunteers/matches/${id}`}>{t('matchOf', { number })}</a></span>)}
      </li>
    ))}</ul>
  )
}

function AgreementItem({ one, href }: { one: Agreement; href: string }) {
  const [t, locale] = [useTranslations('associations'), useLocale()]
  return (
    <li>
      <h3 className="text-base"><a href={href}>{t('period', { from: formatDay(one.fromDay, locale), to: formatDay(one.toDay, locale) })}</a></h3>
      <p className="mb-2 text-sm text-muted">{[one.reviewOn && t('reviewOn', { day: formatDay(one.reviewOn, locale) }), one.places !== null && t('places', { count: one.places }), t(one.signed > 0 ? 'signed.is' : 'signed.missing'), one.by].filter(Boolean).join(' · ')}</p>
      <AgreementTexts one={one} />
      <ContactLine contacts={one.contacts} />
    </li>
  )
}
