import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { Explain } from '@/components/ui/explain'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { Breach } from '@/lib/oversight/breaches/queries'
import { clockRuns, stateOf } from '@/lib/oversight/breaches/rules'
import { formatMoment } from '@/lib/platform/dates'
import { pageLocale } from '@/lib/platform/i18n/page-locale'
import { breachText, type Controller } from './breach-text'
import { BreachSteps } from './breach-steps'
import { BreachClock } from './clock'
import { breachTones } from './breaches-page'

type Props = { found: { breach: Breach; subjects: string[]; reportedBy: string | null; municipality: Controller }; now: Date }

/** One breach: what is known, the clock, the steps that follow from the assessment, and the text for the authority. */
export async function BreachPage({ found: { breach, subjects, reportedBy, municipality }, now }: Props) {
  const [t, locale] = [await getTranslations('oversight.breach'), await pageLocale()]
  const state = stateOf(breach)
  const text = breachText(breach, municipality, (key) => t(key as 'title'), locale)
  const facts = [
    { key: 'found', label: t('line.found'), value: formatMoment(breach.foundAt, locale) },
    { key: 'aware', label: t('line.aware'), value: formatMoment(breach.awareAt, locale) },
    { key: 'kinds', label: t('line.kinds'), value: breach.kinds.map((kind) => t(`kind.${kind}`)).join(', ') },
    { key: 'happened', label: t('line.happened'), value: <span className="whitespace-pre-line">{breach.happened}</span> },
    { key: 'data', label: t('line.dataKinds'), value: breach.dataKinds },
    { key: 'people', label: t('line.people'), value: breach.people ?? t('unknown') },
    { key: 'subjects', label: t('subjects'), value: <>{t('subjectsCount', { count: subjects.length })}{subjects.length > 0 && <Explain summary={t('subjects')}><ul>{subjects.slice(0, 100).map((id) => <li key={id}><a href={`/audit?person=${id}`}><code className="text-sm">{id}</code></a></li>)}</ul></Explain>}</> },
    { key: 'by', label: t('reportedBy'), value: reportedBy ?? '–' },
  ]
  return (
    <div className="space-y-6">
      <PageHeading above={<BackLink href="/protection/breaches">{t('title')}</BackLink>} title={breach.title} tags={<Tag tone={breachTones[state]}>{t(`state.${state}`)}</Tag>} />
      {clockRuns(breach) && <Card title={t('clock')}><p className="text-lg"><BreachClock breach={breach} now={now} /></p><Explain>{t('why')}</Explain></Card>}
      <Card title={t('facts')}><DescriptionList items={facts} /></Card>
      <BreachSteps breach={breach} state={state} />
      <Card title={t('text')} actions={<CopyButton text={text} what={t('textWhat')} />}><pre className="whitespace-pre-wrap font-sans">{text}</pre></Card>
    </div>
  )
}
