import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { callMeeting, moveMeeting } from '@/lib/casework/meetings/actions'
import type { Candidate, MeetingRow } from '@/lib/casework/meetings/queries'
import { repeats } from '@/lib/casework/meetings/rules'
import { nameOf } from '@/lib/platform/i18n/named'

/** Calling a meeting, and changing one that is to come. */
export function MeetingFormPage({ meeting, candidates, self }: { meeting: MeetingRow | null; candidates: Candidate[]; self: string }) {
  const [t, locale] = [useTranslations('meetings'), useLocale()]
  const seated = meeting ? meeting.participants.map(({ id }) => id) : [self]
  const seats = candidates.map(({ id, name, title, unit }) => ({ value: id, label: title ? `${name}, ${title}` : name, help: nameOf(unit, locale) }))
  const fields: FieldSpec[] = [
    { type: 'row', name: 'when', fields: [{ type: 'date', name: 'on', label: t('form.on'), value: meeting?.onDay ?? null }, { type: 'text', name: 'starts', label: t('form.starts'), help: t('form.startsHelp'), width: 'short', value: meeting?.starts }] },
    { type: 'text', name: 'place', label: t('form.place'), help: t('form.placeHelp'), value: meeting?.place },
    { type: 'radio', name: 'repeats', label: t('form.repeats'), help: t('form.repeatsHelp'), options: repeats.map((value) => ({ value, label: t(`repeats.${value}`) })), value: meeting?.repeats ?? 'none' },
    { type: 'ticks', name: 'participants', label: t('form.participants'), help: t('form.participantsHelp'), options: seats, values: seated },
    { type: 'text', name: 'partners', label: t('form.partners'), help: t('form.partnersHelp'), value: meeting?.partners ?? undefined, optional: true },
  ]
  const back = meeting ? `/meetings/${meeting.id}` : '/meetings'
  const hidden: Record<string, string> = meeting ? { meetingId: meeting.id, version: String(meeting.version) } : {}
  return (
    <>
      <PageHeading above={<BackLink href={back}>{t('back')}</BackLink>} title={t(meeting ? 'form.changeTitle' : 'form.title')} lead={t('form.lead')} />
      <div className="card max-w-3xl p-(--card-pad)"><FieldsForm action={meeting ? moveMeeting : callMeeting} fields={fields} hidden={hidden} submit={t(meeting ? 'form.save' : 'form.call')} cancel={{ href: back, label: t('form.cancel') }} /></div>
    </>
  )
}
