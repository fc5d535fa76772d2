import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { showVolunteer } from '@/lib/volunteering/catalogue/actions'
import { takeStep } from '@/lib/volunteering/path/actions'
import { endReasons, newest, standsAt, type StepKind } from '@/lib/volunteering/path/rules'
import type { Change } from '@/lib/volunteering/path/schema'
import { recordPaper } from '@/lib/volunteering/papers/actions'
import { thankVolunteer } from '@/lib/volunteering/recognition/actions'
import { logTraining } from '@/lib/volunteering/training/actions'
import { trainingKinds } from '@/lib/volunteering/training/rules'
import type { OpenVolunteer } from '@/lib/volunteering/volunteers/queries'

type Props = { change: Exclude<Change, { kind: 'edit' }>; found: OpenVolunteer; today: Day }

/** One small form about a volunteer: the next step, a paper, or a course. */
export function ChangePage({ change, found, today }: Props) {
  const [t, k, locale] = [useTranslations('volunteering'), useTranslations('recognition.form'), useLocale()]
  const { volunteer: v, facts, standing, lists } = found
  const kind = change.kind === 'paper' ? lists.kinds.find(({ code }) => code === change.paper) : undefined
  const on: FieldSpec = { type: 'date', name: 'on', label: t('change.on'), value: today }
  const stops = change.kind === 'step' && (change.step === 'cleared' || change.step === 'active') && standing.lacks.length > 0
  const forms = {
    step: { action: takeStep, fields: change.kind === 'step' ? stepFields(t, change.step, on) : [], hidden: { step: change.kind === 'step' ? change.step : '', number: String(standsAt(facts).number) } },
    paper: { action: recordPaper, hidden: { kind: kind?.code ?? '', number: String(newest(facts.papers).get(kind?.code ?? '')?.number ?? 0) }, fields: [
      { type: 'radio', name: 'state', label: t('change.state'), options: (['asked', 'approved', 'refused'] as const).map((value) => ({ value, label: t(`paper.${value}`), help: t(`paperHelp.${value}`) })) }, on,
      { type: 'date', name: 'expires', label: t('change.expires'), help: t('change.expiresHelp'), value: null, optional: true },
    ] satisfies FieldSpec[] },
    showing: { action: showVolunteer, hidden: { number: String(found.showing?.number ?? 0) }, fields: [
      { type: 'area', name: 'about', label: t('showing.about'), help: t('showing.aboutHelp'), max: 600, value: found.showing?.about ?? '' }, { ...on, label: t('showing.on') },
    ] satisfies FieldSpec[] },
    training: { action: logTraining, hidden: {}, fields: [
      { type: 'radio', name: 'kind', label: t('change.training'), options: trainingKinds.map((value) => ({ value, label: t(`training.${value}`), help: t(`trainingHelp.${value}`) })) },
      { type: 'text', name: 'title', label: t('change.title'), help: t('change.titleHelp') }, on, { type: 'text', name: 'hours', label: t('change.hours'), width: 'short', optional: true },
    ] satisfies FieldSpec[] },
    thanks: { action: thankVolunteer, hidden: {}, fields: [
      on, { type: 'text', name: 'fromWhom', label: k('fromWhom'), help: k('fromWhomHelp') }, { type: 'area', name: 'forWhat', label: k('forWhat'), help: k('forWhatHelp'), max: 500 },
    ] satisfies FieldSpec[] },
  }
  const { action, fields, hidden } = forms[change.kind]
  const title = change.kind === 'step' ? t(`stepForm.${change.step}.title`) : change.kind === 'paper' ? nameOf(kind, locale) : change.kind === 'thanks' ? k('title') : t(`change.${change.kind}Title`)
  const lead = change.kind === 'step' ? t(`stepForm.${change.step}.lead`) : change.kind === 'thanks' ? k('lead') : t(`change.${change.kind}Lead`)
  const lacks = standing.lacks.map((code) => (code === 'course' ? t('course') : nameOf(lists.kinds.find((one) => one.code === code), locale))).join(', ')
  return (
    <>
      <PageHeading above={<BackLink href={`/volunteers/${v.id}`}>{t('backToOne')}</BackLink>} title={`${title}: ${v.firstName} ${v.lastName}`} lead={lead} />
      <div className="card max-w-3xl space-y-4 p-(--card-pad)">
        {stops ? <Alert tone="warning">{t('change.lacks', { what: lacks })}</Alert>
          : <FieldsForm action={action} fields={fields} hidden={{ volunteerId: v.id, ...hidden }} submit={t('change.save')} cancel={{ href: `/volunteers/${v.id}`, label: t('form.cancel') }} />}
      </div>
    </>
  )
}

function stepFields(t: ReturnType<typeof useTranslations<'volunteering'>>, step: StepKind, on: FieldSpec): FieldSpec[] {
  const until: FieldSpec[] = step === 'invited' || step === 'paused' ? [{ type: 'date', name: 'until', label: t(`stepForm.${step}.until`), value: null }] : []
  const reason: FieldSpec[] = step === 'ended' ? [{ type: 'radio', name: 'reason', label: t('change.reason'), options: endReasons.map((value) => ({ value, label: t(`reason.${value}`) })) }] : []
  return [...reason, on, ...until, { type: 'area', name: 'words', label: t('change.words'), help: t('change.wordsHelp'), max: 2000, optional: true }]
}
