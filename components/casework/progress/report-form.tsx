import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { reportPurposes } from '@/lib/casework/disclosure/rules'
import { REPORT_MONTHS } from '@/lib/casework/progress/report/schema'
import type { Scale } from '@/lib/casework/progress/rules'
import { nameOf } from '@/lib/platform/i18n/named'

/** What the file is to hold and what it is for. A form that is read: works without scripts, and the address holds no number and no name. */
export function ReportForm({ personId, scales, shown, mayCpr }: { personId: string; scales: readonly Scale[]; shown: string; mayCpr: boolean }) {
  const [t, locale] = [useTranslations('progress'), useLocale()]
  return (
    <form action={`/people/${personId}/progress/report`} method="get" className="space-y-3">
      <p className="text-sm text-muted">{t('report.lead')}</p>
      <Select name="months" scope="report" label={t('report.period')} defaultValue="12" options={REPORT_MONTHS.map((value) => ({ value, label: value === 'all' ? t('report.all') : t('report.months', { count: Number(value) }) }))} />
      {scales.length > 1 && <Select name="scale" scope="report" label={t('report.which')} defaultValue={shown} options={[{ value: 'all', label: t('report.allScales') }, ...scales.map((scale) => ({ value: scale.code, label: nameOf(scale, locale) }))]} />}
      <RadioGroup name="why" scope="report" label={t('report.purpose')} help={t('report.purposeHelp')} required options={reportPurposes.map((value) => ({ value, label: t(`report.why.${value}`) }))} />
      {mayCpr && <Checkbox name="cpr" scope="report" label={t('report.cpr')} />}
      <input type="hidden" name="lang" value={locale} />
      <Button type="submit">{t('report.submit')}</Button>
    </form>
  )
}
