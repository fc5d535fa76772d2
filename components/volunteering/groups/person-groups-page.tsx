import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import { joinAsCitizen, leaveAsCitizen } from '@/lib/volunteering/groups/actions'
import type { Group, PersonGroups } from '@/lib/volunteering/groups/queries'

/** The groups somebody comes to, and those they could come to. Who leads a group hears that there is one more, and not who. */
export function PersonGroupsPage({ found: { mine, groups, kinds }, ...frame }: PersonFrameProps & { found: PersonGroups }) {
  const [t, locale] = [useTranslations('groups'), useLocale()]
  const personId = frame.bar.id
  const kindOf = (code: string) => kinds.find((one) => one.code === code)
  const free = groups.filter(({ id, kind, closed, citizens, seats }) => !closed && kindOf(kind)?.citizens && (seats === null || citizens < seats) && !mine.some((one) => one.id === id && one.to === null))
  const said = ({ kind, meets, place }: Pick<Group, 'kind' | 'meets' | 'place'>) => [nameOf(kindOf(kind), locale), meets, place].filter(Boolean).join(' · ')
  return (
    <PersonFrame {...frame} tab="waiting">
      <BackLink href={`/people/${personId}/waiting`}>{t('backToPerson')}</BackLink>
      <h2 className="mt-2">{t('title')}</h2>
      <p className="mb-4 max-w-text text-muted">{t('personLead')}</p>
      <div className="space-y-6">
        {mine.length === 0 ? <EmptyState title={t('inNone')}>{t('inNoneLead')}</EmptyState> : (
          <ul className="space-y-3">{mine.map((one) => (
            <li key={`${one.id} ${one.from}`}><Card title={one.name} foot={one.to ? t('wasIn', { from: formatDay(one.from, locale), to: formatDay(one.to, locale) }) : t('since', { day: formatDay(one.from, locale) })}
              actions={!one.to && <ActionButton action={leaveAsCitizen} values={{ personId, groupId: one.id }} size="small">{t('leaves')}</ActionButton>}><p>{said(one)}</p></Card></li>
          ))}</ul>
        )}
        {free.length > 0 && <Card title={t('join')}><FieldsForm action={joinAsCitizen} hidden={{ personId }} fields={[{ type: 'select', name: 'groupId', label: t('group'), placeholder: t('choose'), options: free.map((one) => ({ value: one.id, label: `${one.name} · ${said(one)}` })) }]} submit={t('joinSubmit')} /></Card>}
      </div>
    </PersonFrame>
  )
}
