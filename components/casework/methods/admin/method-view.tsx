import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { MomentText } from '@/components/ui/moment-text'
import { PageHeading } from '@/components/ui/page-heading'
import { retireMethod, reviveMethod } from '@/lib/casework/methods/catalogue/actions'
import type { OneMethod, ScaleChoice } from '@/lib/casework/methods/catalogue/queries'
import { type Step, wordsIn } from '@/lib/casework/methods/parts'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import { WeekTable } from '../week-table'

/** One method as a case that begins today would follow it, and its versions. */
export function MethodView({ method: { id, retiredOn, newest, versions }, scales }: { method: OneMethod; scales: ScaleChoice[] }) {
  const [t, locale] = [useTranslations('casework.catalogue'), useLocale()]
  const scale = scales.find(({ code }) => code === newest.scaleCode)
  const facts = [newest.source, newest.certificate && t('withCertificate'), newest.lookBackMonths && t('withLookBack', { count: newest.lookBackMonths }), newest.caseLimit && t('withLimit', { count: newest.caseLimit }), newest.silentDays && t('withSilent', { count: newest.silentDays }), newest.aftercareWeeks && t('withAftercare', { count: newest.aftercareWeeks }), newest.scaleCode && t('withScale', { code: nameOf(scale, locale) || newest.scaleCode })].filter(Boolean)
  const actions = <><LinkButton href={`/admin/methods/${id}/edit`}>{t('edit')}</LinkButton>{retiredOn ? <ActionButton action={reviveMethod} values={{ methodId: id }}>{t('revive')}</ActionButton> : <ActionButton action={retireMethod} values={{ methodId: id }} variant="quiet">{t('retire')}</ActionButton>}</>
  return (
    <div className="max-w-4xl space-y-5">
      <PageHeading above={<BackLink href="/admin/methods">{t('title')}</BackLink>} title={wordsIn(newest.name, locale)} lead={wordsIn(newest.lead, locale)} actions={actions} />
      {retiredOn && <Alert>{t('retiredOn', { day: formatDay(retiredOn, locale) })}</Alert>}
      <ul className="list-disc ps-5 text-muted">{facts.map((fact) => <li key={String(fact)}>{fact}</li>)}</ul>
      <ol className="space-y-4">{newest.steps.map((step, at) => <li key={step.key}><StepView step={step} nth={at + 1} /></li>)}</ol>
      <Card title={t('versions', { count: versions.length })}>
        <ul className="space-y-1">{versions.map(({ number, name, by, at }) => <li key={number}>{t('versionLine', { number, name: wordsIn(name, locale), by: by ?? t('shipped') })} <MomentText moment={at} look="short" /></li>)}</ul>
      </Card>
    </div>
  )
}

function StepView({ step, nth }: { step: Step; nth: number }) {
  const [t, locale] = [useTranslations('casework.catalogue'), useLocale()]
  const facts = [step.meetings && t('stepMeetings', { count: step.meetings }), step.weeks && t('stepWeeks', { count: step.weeks }), step.clips && t('stepClips', { count: step.clips })].filter(Boolean)
  return (
    <Card level={2} title={`${nth}. ${wordsIn(step.name, locale)}`} actions={<span className="text-sm text-muted">{t(`kind.${step.kind}`)}</span>}>
      {wordsIn(step.text, locale) && <p className="max-w-text">{wordsIn(step.text, locale)}</p>}
      {facts.length > 0 && <p className="text-muted">{facts.join(' · ')}</p>}
      {step.kind === 'week' ? <WeekTable step={step} /> : <ul className="list-disc ps-5">{step.items.map((item) => <li key={item.key}>{wordsIn(item.text, locale)} {item.required && <span className="text-sm text-muted">{t('isRequired')}</span>}</li>)}</ul>}
    </Card>
  )
}
