import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { closeBreach, peopleTold } from '@/lib/oversight/breaches/actions'
import type { Breach } from '@/lib/oversight/breaches/queries'
import { type BreachState, isLate, RISKS } from '@/lib/oversight/breaches/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { pageLocale } from '@/lib/platform/i18n/page-locale'
import { StepForm } from '../subject/step-form'
import { AssessForm } from './assess-form'
import { NotifyForm } from './notify-form'

/** The steps in their order; what is done stands as text, what the assessment does not ask for is not there. */
export async function BreachSteps({ breach, state }: { breach: Breach; state: BreachState }) {
  const [t, locale] = [await getTranslations('oversight.breach'), await pageLocale()]
  const closed = breach.closedAt !== null
  const values = { breachId: breach.id, version: String(breach.version) }
  const of = <K extends string>(...keys: K[]) => Object.fromEntries(keys.map((key) => [key, t(key as 'title')])) as Record<K, string>
  const told = breach.authorityToldAt && (isLate(breach.awareAt, breach.authorityToldAt) ? t('toldLate', { when: formatMoment(breach.authorityToldAt, locale), reason: breach.lateReason ?? '' }) : t('told', { when: formatMoment(breach.authorityToldAt, locale) }))
  return (
    <>
      {!closed && <Card title={t('assess')}><AssessForm key={breach.version} breach={breach} risks={RISKS.map((value) => ({ value, label: t(`riskOf.${value}`) }))} texts={of('risk', 'riskReason', 'consequences', 'measures', 'people', 'saveAssessment')} /></Card>}
      {breach.risk !== null && breach.risk !== 'NONE' && (
        <Card title={t('notify')}>
          {told ? <p>{told}{breach.authorityReference && ` (${breach.authorityReference})`}</p> : !closed && <><p className="mb-3 max-w-text text-muted">{t('notifyLead')}</p><NotifyForm key={breach.version} breachId={breach.id} version={breach.version} texts={of('toldAt', 'time', 'reference', 'lateReason', 'notifyButton')} /></>}
        </Card>
      )}
      {breach.risk === 'HIGH' && (
        <Card title={t('tell')}>
          {breach.peopleToldOn ? <p>{t('toldPeople', { date: formatDay(breach.peopleToldOn, locale), how: breach.peopleToldHow ?? '' })}</p> : !closed && <StepForm key={breach.version} action={peopleTold} scope="tell" values={values} submit={t('tellButton')} text={{ name: 'how', label: t('how'), help: t('tellLead') }} />}
        </Card>
      )}
      {closed && breach.closedAt && <Card title={t('closed', { when: formatMoment(breach.closedAt, locale) })}><p className="whitespace-pre-line">{breach.learned}</p></Card>}
      {state === 'close' && <Card title={t('close')}><StepForm key={breach.version} action={closeBreach} scope="close" values={values} submit={t('closeButton')} text={{ name: 'learned', label: t('learned') }} /></Card>}
    </>
  )
}
