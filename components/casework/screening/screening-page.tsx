import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { BackLink } from '@/components/ui/back-link'
import { Explain } from '@/components/ui/explain'
import { planHref } from '@/lib/casework/plans/places'
import type { Screening, Screenings } from '@/lib/casework/screening/queries'
import { answers, outcomeOf } from '@/lib/casework/screening/rules'
import { formatMoment } from '@/lib/platform/dates'
import { Finding } from './finding'
import { ScreeningForm } from './screening-form'

type Props = PersonFrameProps & { found: Screenings; mayManage: boolean }

/** The guide at a citizen: what it is for, what was found last, the questions, and every time before. */
export function ScreeningPage({ found, mayManage, ...frame }: Props) {
  const [t, locale] = [useTranslations('screening'), useLocale()]
  const personId = frame.bar.id
  const manage = mayManage && !frame.bar.glass
  const [last, ...before] = found.done
  const { guide } = found
  const questions = (guide?.questions ?? []).map(({ code, da, en, daHelp, enHelp }) => ({ code, text: locale === 'da' ? da : en, help: locale === 'da' ? daHelp : enHelp }))
  return (
    <PersonFrame {...frame} tab="plan">
      <BackLink href={planHref(personId)}>{t('back')}</BackLink>
      <div className="max-w-4xl space-y-6">
        <header><h2>{t('title')}</h2><p className="mt-1 max-w-text text-muted">{t('lead')}</p></header>
        {last && <section aria-labelledby="last-title" className="space-y-3"><h3 id="last-title">{t('last', { name: last.by, when: formatMoment(last.at, locale) })}</h3><Done one={last} found={found} personId={personId} mayAct={manage} /></section>}
        {manage && guide && (
          <section className="card">
            <details className="card-body" open={!last}>
              <summary className="cursor-pointer font-semibold">{t(last ? 'again' : 'begin')}</summary>
              <div className="mt-3 space-y-4">
                <p className="max-w-text">{t('how')}</p>
                <p className="max-w-text">{t('danger')}</p>
                <ScreeningForm key={found.done.length} personId={personId} version={guide.version} questions={questions} options={answers.map((value) => ({ value, label: t(`answer.${value}`) }))} submit={t('submit')} />
              </div>
            </details>
          </section>
        )}
        {!manage && !last && <p>{t('none')}</p>}
        {before.length > 0 && <Explain summary={t('before', { count: before.length })}><div className="space-y-5">{before.map((one) => <section key={one.id} className="space-y-2"><h3>{t('last', { name: one.by, when: formatMoment(one.at, locale) })}</h3><Done one={one} found={found} personId={personId} mayAct={false} /></section>)}</div></Explain>}
      </div>
    </PersonFrame>
  )
}

/** One time: what it came to, counted with the guide it was asked from, and every answer. */
function Done({ one, found, personId, mayAct }: { one: Screening; found: Screenings; personId: string; mayAct: boolean }) {
  const [t, locale] = [useTranslations('screening'), useLocale()]
  const guide = found.guides.find(({ version }) => version === one.version)
  if (!guide) return null
  return (
    <>
      <Finding outcome={outcomeOf(guide, one.given)} personId={personId} found={found} mayAct={mayAct} />
      <Explain summary={t('all')}><dl className="space-y-1">{guide.questions.map((question) => <div key={question.code} className="flex flex-wrap gap-x-3"><dt className="max-w-text">{locale === 'da' ? question.da : question.en}</dt><dd className="font-semibold">{t(`answer.${one.given[question.code] ?? 'not-asked'}`)}</dd></div>)}</dl></Explain>
    </>
  )
}
