import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PrintButton } from '@/components/ui/print-button'
import { formatDay } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import type { OneCompanion } from '@/lib/volunteering/companions/queries'
import { followUpCompanion, holdCompanionMeeting, prepareCompanion } from '@/lib/volunteering/companions/steps/actions'
import { possible } from '@/lib/volunteering/companions/steps/rules'
import { MeetingCard } from './meeting-card'
import { useFollowUpFields, usePrepareFields } from './step-fields'
import { StepList } from './step-list'

/** One meeting with a companion from first to last: what is agreed, the preparation, whether it was held, and what the citizen says of it. */
export function CompanionPage({ found: { meeting, steps, pairs, attorneys }, now, ...frame }: PersonFrameProps & { found: OneCompanion; now: Date }) {
  const [t, all, locale] = [useTranslations('companions'), useTranslations('volunteering'), useLocale()]
  const may = possible(meeting.state, meeting.startsAt, now)
  const ids = { personId: frame.bar.id, companionId: meeting.id }
  const prepared = steps.find(({ step }) => step === 'prepared') ?? null
  const prepare = usePrepareFields(meeting, prepared, attorneys, frame.today)
  const followed = steps.find(({ step }) => step === 'followed-up') ?? null
  const followUp = useFollowUpFields(followed, frame.today)
  return (
    <PersonFrame {...frame} tab="waiting">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3"><BackLink href={`/people/${frame.bar.id}/companions`}>{t('title')}</BackLink>{prepared && <PrintButton>{t('print')}</PrintButton>}</div>
      <div className="space-y-4">
        <MeetingCard meeting={meeting} personId={frame.bar.id} pairs={pairs} alone />
        {may.hold && (
          <Card title={t('step.heldAsk')}>
            <p className="mb-3">{t('step.heldLead', { day: formatDay(dayOf(meeting.startsAt), locale) })}</p>
            <div className="form-actions"><ActionButton action={holdCompanionMeeting} values={{ ...ids, held: 'yes' }}>{t('step.yes')}</ActionButton><ActionButton action={holdCompanionMeeting} values={{ ...ids, held: 'no' }}>{t('step.no')}</ActionButton></div>
          </Card>
        )}
        <StepList steps={steps} />
        {may.prepare && <Card title={t(prepared ? 'step.prepareAgain' : 'step.prepare')}><p className="mb-3 max-w-text text-muted">{t('step.prepareLead')}</p><FieldsForm action={prepareCompanion} fields={prepare} hidden={ids} submit={t('step.savePrepared')} cancel={{ href: `/people/${frame.bar.id}/companions`, label: all('form.cancel') }} /></Card>}
        {may.followUp && <Card title={t(followed ? 'step.followUpAgain' : 'step.followUp')}><p className="mb-3 max-w-text text-muted">{t(followed ? 'step.followUpAgainLead' : 'step.followUpLead')}</p><FieldsForm action={followUpCompanion} fields={followUp} hidden={ids} submit={t('step.saveFollowUp')} cancel={{ href: `/people/${frame.bar.id}/companions`, label: all('form.cancel') }} /></Card>}
      </div>
    </PersonFrame>
  )
}
