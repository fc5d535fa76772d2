import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { PersonFrame, type PersonFrameProps, tabHref } from '@/components/people/person-frame'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { markForMeeting } from '@/lib/casework/meetings/actions'
import type { CaseToMark } from '@/lib/casework/meetings/queries'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'

type Props = PersonFrameProps & { found: NonNullable<CaseToMark> }

/** Which coming meeting, and a sentence. A meeting where a unit lacks the person's consent stands there, and says so. */
export function MarkPage({ found: { case: one, meetings }, ...frame }: Props) {
  const [t, kinds, locale] = [useTranslations('meetings'), useTranslations('casework.cases.kind'), useLocale()]
  const name = (unit: { nameDa: string; nameEn: string }) => nameOf(unit, locale)
  const lacking = [...new Set(meetings.flatMap(({ lacks }) => lacks.map(name)))]
  const options = meetings.map(({ id, onDay, starts, unit, lacks }) => ({
    value: id, label: `${t('at', { day: formatDay(onDay, locale, 'weekday'), time: starts })} · ${name(unit)}`, ...(lacks.length > 0 && { disabled: true, help: t('mark.lacks', { units: lacks.map(name).join(', ') }) }),
  }))
  const first = meetings.find(({ lacks }) => lacks.length === 0)
  return (
    <PersonFrame {...frame} tab="cases">
      <section className="card max-w-3xl space-y-4 p-(--card-pad)">
        <h2>{t('mark.title')}</h2>
        <p className="max-w-text text-muted"><strong>{kinds(one.kind)} · {name(one.unit)}.</strong> {t('mark.lead')}</p>
        {lacking.length > 0 && <Alert>{t('mark.consent', { units: lacking.join(', ') })} <LinkButton href={`/people/${frame.bar.id}/consents/new`} size="small">{t('mark.ask')}</LinkButton></Alert>}
        {meetings.length === 0
          ? <EmptyState title={t('mark.none')} icon="calendar" actions={<LinkButton href="/meetings">{t('mark.meetings')}</LinkButton>}>{t('mark.noneLead')}</EmptyState>
          : <FieldsForm action={markForMeeting} hidden={{ personId: frame.bar.id, caseId: one.id }} submit={t('mark.submit')} cancel={{ href: tabHref(frame.bar.id, 'cases'), label: t('form.cancel') }}
              fields={[{ type: 'radio', name: 'meetingId', label: t('mark.meeting'), options, value: first?.id }, { type: 'area', name: 'words', label: t('mark.words'), help: t('mark.wordsHelp'), max: 500 }]} />}
      </section>
    </PersonFrame>
  )
}
