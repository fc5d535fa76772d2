import { useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { changeDialogue, planDialogue } from '@/lib/associations/dialogue/actions'
import type { DialogueMeeting } from '@/lib/associations/dialogue/queries'

/** A meeting to come, or one that was: its day, what it is about and who takes part. */
export function DialogueFormPage({ association, meeting }: { association: { id: string; name: string }; meeting: DialogueMeeting | null }) {
  const t = useTranslations('associations')
  const back = `/associations/${association.id}/dialogue`
  const fields: FieldSpec[] = [
    { type: 'date', name: 'on', label: t('dialogue.form.on'), value: meeting?.onDay ?? null },
    { type: 'area', name: 'agenda', label: t('dialogue.agenda'), help: t('dialogue.form.agendaHelp'), max: 4000, value: meeting?.agenda ?? t('dialogue.form.usual') },
    { type: 'area', name: 'participants', label: t('dialogue.participants'), help: t('dialogue.form.participantsHelp'), max: 1000, value: meeting?.participants },
  ]
  return (
    <>
      <PageHeading above={<BackLink href={back}>{t('dialogue.back')}</BackLink>} title={`${t(meeting ? 'dialogue.edit' : 'dialogue.plan')}: ${association.name}`} lead={t('dialogue.form.lead')} />
      <div className="card max-w-3xl p-(--card-pad)"><FieldsForm action={meeting ? changeDialogue : planDialogue} fields={fields} hidden={{ associationId: association.id, ...(meeting && { dialogueId: meeting.id, version: String(meeting.version) }) }} submit={t('save')} cancel={{ href: back, label: t('cancel') }} /></div>
    </>
  )
}
