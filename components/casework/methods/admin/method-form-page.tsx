import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { emptyForm, formOf } from '@/lib/casework/methods/catalogue/form'
import type { OneMethod, ScaleChoice } from '@/lib/casework/methods/catalogue/queries'
import { stepKinds } from '@/lib/casework/methods/parts'
import { MethodForm } from './method-form'

const keys = ['nameDa', 'nameEn', 'leadDa', 'leadEn', 'leadHelp', 'source', 'sourceHelp', 'add', 'whole', 'lookBackMonths', 'lookBackHelp', 'caseLimit', 'caseLimitHelp', 'silentDays', 'silentDaysHelp', 'aftercareWeeks', 'aftercareHelp', 'scaleCode', 'scaleHelp', 'scaleNone', 'certificate', 'certificateHelp', 'save', 'part', 'up', 'down', 'remove', 'stepDa', 'stepEn', 'textDa', 'textEn', 'meetings', 'weeks', 'clips', 'addLine', 'addRole', 'addTime', 'weekday', 'from', 'to', 'lineDa', 'roleDa', 'timeDa', 'lineEn', 'required', 'roleRequired'] as const
/** A Monday, to ask the calendar for the names of the days. */
const MONDAY = Date.UTC(2026, 0, 5, 12)

/** The form for a new method, or for the next version of one. */
export function MethodFormPage({ method, scales }: { method: OneMethod | null; scales: ScaleChoice[] }) {
  const [t, format, locale] = [useTranslations('casework.catalogue'), useFormatter(), useLocale()]
  const back = method ? `/admin/methods/${method.id}` : '/admin/methods'
  return (
    <>
      <PageHeading above={<BackLink href={back}>{t(method ? 'backToOne' : 'title')}</BackLink>} title={t(method ? 'editTitle' : 'newTitle')} lead={t(method ? 'editLead' : 'newLead')} />
      <MethodForm methodId={method?.id ?? ''} seen={method?.newest.number ?? 0} initial={method ? formOf(method.newest) : emptyForm()} kinds={stepKinds.map((kind) => ({ kind, label: t(`kind.${kind}`), help: t(`kindHelp.${kind}`) }))}
        scales={scales.map(({ code, nameDa, nameEn }) => ({ value: code, label: locale === 'da' ? nameDa : nameEn }))}
        weekdays={[0, 1, 2, 3, 4, 5, 6].map((day) => format.dateTime(new Date(MONDAY + day * 86_400_000), { weekday: 'long' }))} texts={Object.fromEntries(keys.map((key) => [key, t(`form.${key}`)]))} />
    </>
  )
}
