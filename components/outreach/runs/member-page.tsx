import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { DateText } from '@/components/ui/date-text'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { includeMember } from '@/lib/outreach/runs/members/actions'
import type { MemberDetails } from '@/lib/outreach/runs/members/queries'
import { isOpenForReview } from '@/lib/outreach/runs/rules'
import { formatMoment } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { CarriedForm } from './carried-form'
import { ExcludeForm } from './exclude-form'

/** One person in one run: the group and why, the letter itself, and what can be done about it. */
export async function MemberPage({ details: { run, member, changes }, today }: { details: MemberDetails; today: Day }) {
  const t = await getTranslations('runs')
  const locale = await getLocale()
  const open = isOpenForReview(run.state) || run.state === 'SENT'
  const items = [
    { key: 'group', label: t('people.group'), value: t(`group.${member.group}`) },
    { key: 'reason', label: t('people.reason'), value: <>{t(`reason.${member.reason}`)}{member.note && ` – “${member.note}”`}</> },
    { key: 'scope', label: t('people.scope'), value: t(`reason.${member.scope}`) },
    { key: 'due', label: t('people.due'), value: <DateText day={member.dueOn} /> },
    { key: 'channel', label: t('people.channel'), value: member.channel ? t(`channel.${member.channel}`) : t('people.none') },
    { key: 'letter', label: t('people.letter'), value: member.letterState ? t(`letter.${member.letterState}`) : t('people.none') },
  ]
  const letter = member.fileId ? <LinkButton href={`/outreach/letters/${member.letterId}`} download={false}>{t('people.openFiled')}</LinkButton>
    : <LinkButton href={`/outreach/runs/${run.id}/people/${member.personId}/preview`} download={false}>{t('people.preview')}</LinkButton>
  return (
    <>
      <PageHeading title={member.name} above={<BackLink href={`/outreach/runs/${run.id}?group=${member.group}#people`}>{run.name}</BackLink>}
        actions={<>{letter}<LinkButton href={`/people/${member.personId}`}>{t('people.toPerson')}</LinkButton></>} />
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title={t('people.inRun')}><DescriptionList items={items} /></Card>
        <div className="space-y-6">
          {member.group === 'TO_SEND' && open && <Card title={t('exclude.title')}><ExcludeForm runId={run.id} personId={member.personId} texts={{ note: t('exclude.note'), help: t('exclude.help'), submit: t('exclude.submit') }} /></Card>}
          {member.reason === 'excluded' && isOpenForReview(run.state) && <Card title={t('include.title')}><ActionButton action={includeMember} values={{ runId: run.id, personId: member.personId }}>{t('include.submit')}</ActionButton></Card>}
          {member.group === 'BY_HAND' && member.fileId && <Card title={t('carried.title')}><p className="mb-3 max-w-text">{t('carried.body')}</p><CarriedForm runId={run.id} personId={member.personId} today={today} texts={{ day: t('carried.day'), submit: t('carried.submit') }} /></Card>}
          {changes.length > 0 && (
            <Card title={t('people.changes')}>
              <ul className="space-y-1">{changes.map((change) => <li key={change.at.toISOString()}>{t('people.change', { from: t(`group.${change.from}`), to: t(`group.${change.to}`), when: formatMoment(change.at, locale, 'short') })}{change.by && ` · ${change.by}`}</li>)}</ul>
            </Card>
          )}
        </div>
      </div>
    </>
  )
}
