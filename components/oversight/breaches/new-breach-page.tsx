import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import type { Selection } from '@/lib/oversight/breaches/queries'
import { BREACH_KINDS } from '@/lib/oversight/breaches/rules'
import { formatMoment, formatTime } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { pageLocale } from '@/lib/platform/i18n/page-locale'
import { BreachForm } from './breach-form'

/** Telling of a breach: from nothing, or from a selection of the log with its facts filled in. */
export async function NewBreachPage({ now, selection, facts }: { now: Date; selection: string; facts: Selection | null }) {
  const [t, audit, locale] = [await getTranslations('oversight.breach'), await getTranslations('audit'), await pageLocale()]
  const action = (name: string) => { const key = `actions.${name.replaceAll('.', '-')}`; return audit.has(key) ? audit(key) : name }
  const keys = ['name', 'nameHelp', 'foundAt', 'awareAt', 'awareHelp', 'time', 'kinds', 'happened', 'people', 'dataKinds', 'dataKindsHelp', 'measures', 'send'] as const
  const begun = facts && facts.first && facts.last ? {
    selection, people: String(facts.people),
    happened: t('fromLogText', { events: facts.events, people: facts.people, first: formatMoment(facts.first, locale), last: formatMoment(facts.last, locale), users: facts.users.join(', ') || t('byMachine'), actions: facts.actions.map((one) => `${action(one.action)} (${one.count})`).join(', ') }),
  } : null
  return (
    <>
      <PageHeading above={<BackLink href="/protection">{(await getTranslations('oversight.protection'))('title')}</BackLink>} title={t('new')} lead={t('newLead')} />
      {begun && facts && <div className="mb-5"><Alert compact>{t('fromLog', { events: facts.events, people: facts.people })}</Alert></div>}
      <BreachForm texts={Object.fromEntries(keys.map((key) => [key, t(key)])) as Record<(typeof keys)[number], string>} kinds={BREACH_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} now={{ day: dayOf(now), time: formatTime(now, 'en') }} begun={begun} />
    </>
  )
}
