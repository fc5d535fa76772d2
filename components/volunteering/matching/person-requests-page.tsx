import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import { withdrawRequest } from '@/lib/volunteering/requests/actions'
import type { PersonPair, PersonRefusal, PersonRequest, PersonRequests } from '@/lib/volunteering/requests/queries'
import { readSpoken } from '@/lib/volunteering/requests/rules'
import { week } from '@/lib/volunteering/volunteers/rules'
import { PersonPairs } from '../matches/person-pairs'
import { TurnedDownList } from '../matches/turned-down-list'

const tones = { waiting: 'info', withdrawn: 'neutral', met: 'success', unmet: 'neutral' } as const

/** What the person waits for, and whether those who find volunteers may know who it is. */
export function PersonRequestsPage({ found: { requests, pairs, refused, told, needs, unit, lists }, ...frame }: PersonFrameProps & { found: PersonRequests }) {
  const t = useTranslations('matching')
  const waits = requests.some(({ state }) => state === 'waiting')
  const consent = `/people/${frame.bar.id}/consents/new?${new URLSearchParams({ ...(unit && { unit }), purpose: 'referral', field: 'needs' })}`
  return (
    <PersonFrame {...frame} tab="waiting">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-text text-muted">{t('person.lead')}</p>
        <div className="form-actions">
          <LinkButton href={`/people/${frame.bar.id}/waiting/new`} variant="primary">{t('person.new')}</LinkButton>
          <LinkButton href={`/people/${frame.bar.id}/waiting/catalogue`}>{t('catalogue.open')}</LinkButton>
          <LinkButton href={`/people/${frame.bar.id}/waiting/groups`}>{t('groups')}</LinkButton>
          <LinkButton href={`/people/${frame.bar.id}/companions/new`}>{t('person.companion')}</LinkButton>
          <LinkButton href={`/people/${frame.bar.id}/companions`} variant="quiet">{t('person.companions')}</LinkButton>
        </div>
      </div>
      {waits && !needs && <div className="mb-4"><Alert tone="warning" title={t(told ? 'person.noNeeds' : 'person.notTold')}><p>{t(told ? 'person.noNeedsLead' : 'person.notToldLead')}</p><LinkButton href={consent} size="small">{t('person.consent')}</LinkButton></Alert></div>}
      {requests.length === 0 && <EmptyState title={t('person.none')}>{t('person.noneLead')}</EmptyState>}
      <ul className="space-y-4">{requests.map((one) => <li key={one.id}><Request request={one} pairs={pairs.filter(({ requestId }) => requestId === one.id)} refused={refused.filter(({ requestId }) => requestId === one.id)} personId={frame.bar.id} lists={lists} /></li>)}</ul>
    </PersonFrame>
  )
}

function Request({ request: r, pairs, refused, personId, lists }: { request: PersonRequest; pairs: PersonPair[]; refused: PersonRefusal[]; personId: string; lists: PersonRequests['lists'] }) {
  const [t, all, locale] = [useTranslations('matching'), useTranslations('volunteering'), useLocale()]
  const items = [
    { key: 'since', label: t('since'), value: formatDay(r.since, locale) },
    { key: 'times', label: t('times'), value: week(r.times).map(({ weekday, parts }) => `${all(`weekday.${weekday}`)}: ${parts.map((part) => all(`daypart.${part}`).toLowerCase()).join(', ')}`).join(' · ') },
    { key: 'areas', label: t('areas'), value: r.areas.map((code) => nameOf(lists.areas.find((one) => one.code === code), locale) || code).join(', ') },
    { key: 'languages', label: t('languages'), value: r.languages.map(readSpoken).map(({ language, level }) => `${all(`language.${language}`)} (${all(`level.${level}`).toLowerCase()})`).join(', ') },
    { key: 'challenges', label: t('challenges'), value: r.challenges.map((code) => all(`experience.${code}`)).join(', ') },
    { key: 'ages', label: t('ages'), value: r.ageFrom === null ? '' : t('agesOf', { from: r.ageFrom, to: r.ageTo ?? r.ageFrom }) },
    { key: 'words', label: t('words'), value: r.words ?? '' },
    ...(r.wish === null ? [] : [{ key: 'wish', label: t('wish'), value: r.wish || t('wishGone') }]),
  ].map((item) => ({ ...item, value: item.value || <span className="text-muted">{t('unknown')}</span> }))
  return (
    <Card title={<>{nameOf(lists.roles.find(({ code }) => code === r.role), locale) || r.role} <Tag tone={tones[r.state]}>{t(`state.${r.state}`)}</Tag></>} foot={t('person.by', { name: r.by })}
      actions={r.state === 'waiting' && <ActionButton action={withdrawRequest} values={{ personId, volunteerRequestId: r.id }} size="small">{t('person.withdraw')}</ActionButton>}>
      <div className="space-y-4"><PersonPairs pairs={pairs} personId={personId} /><DescriptionList items={items} />{refused.length > 0 && <section><h3 className="text-base">{t('turnedDown.title')}</h3><TurnedDownList rows={refused.map((one) => ({ ...one, key: one.volunteerId, name: one.firstName, href: null, changed: null }))} /></section>}</div>
    </Card>
  )
}
