import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import type { Helper, Screenings } from '@/lib/casework/screening/queries'
import type { Outcome, Question } from '@/lib/casework/screening/rules'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'

const tones = { propose: 'warning', ask: 'info', nothing: 'success' } as const
type Props = { outcome: Outcome; personId: string; found: Pick<Screenings, 'helper' | 'caseId'>; mayAct: boolean }

/** What the answers come to in a sentence, which of them led there, and what to do next. */
export function Finding({ outcome: { finding, led, open }, personId, found: { helper, caseId }, mayAct }: Props) {
  const t = useTranslations('screening')
  return (
    <Alert tone={tones[finding]} title={t(`finding.${finding}.title`)}>
      <p className="max-w-text">{t(`finding.${finding}.text`)}</p>
      {led.length > 0 && <><p className="mt-2 font-semibold">{t(finding === 'propose' ? 'led' : 'yes')}</p><Questions questions={led} /></>}
      {open.length > 0 && <><p className="mt-2 font-semibold">{t('open')}</p><Questions questions={open} /></>}
      {finding === 'propose' && <Next helper={helper} caseId={caseId} personId={personId} mayAct={mayAct} />}
      <p className="mt-2 text-sm">{t('notDiagnosis')}</p>
    </Alert>
  )
}

function Questions({ questions }: { questions: Question[] }) {
  const locale = useLocale()
  return <ul className="list-disc ps-5">{questions.map((one) => <li key={one.code}>{locale === 'da' ? one.da : one.en}</li>)}</ul>
}

/** Nobody is told anything before the citizen has said yes: first the consent, then the colleague. */
function Next({ helper, caseId, personId, mayAct }: { helper: Helper | null; caseId: string | null; personId: string; mayAct: boolean }) {
  const [t, locale] = [useTranslations('screening.next'), useLocale()]
  const unit = helper && nameOf(helper, locale)
  if (helper?.own) return <p className="mt-2 max-w-text"><strong>{t('title')}</strong> {t('own')} <a href={`/people/${personId}/cases`}>{t('toCases')}</a></p>
  const consent = `/people/${personId}/consents/new?purpose=coordination&field=case${helper ? `&unit=${helper.id}` : ''}`
  return (
    <div className="mt-2 space-y-2">
      <p className="max-w-text"><strong>{t('title')}</strong> {helper?.consent ? t('agreed', { unit: unit ?? '', day: formatDay(helper.consent, locale) }) : t('ask', { unit: unit ?? t('somebody') })}</p>
      {mayAct && (
        <div className="form-actions no-print">
          {helper?.consent
            ? <LinkButton href={caseId ? `/people/${personId}/cases/${caseId}/professional` : `/people/${personId}/cases`} size="small" variant="primary">{t(caseId ? 'bringIn' : 'toCases')}</LinkButton>
            : <LinkButton href={consent} size="small" variant="primary">{t('writeConsent')}</LinkButton>}
        </div>
      )}
    </div>
  )
}
