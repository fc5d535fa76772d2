import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/ui/back-link'
import { PrintButton } from '@/components/ui/print-button'
import type { Shown } from '@/lib/people/protection/queries'
import { SHOWN_DAYS } from '@/lib/people/protection/rules'
import { FormFrame } from '../forms/section-page'
import { type PersonFrameProps, tabHref } from '../person-frame'
import { ShownTable } from './shown-table'

/** Where the address has been in view: what is gone through when a person comes under protection. */
export function ShownPage({ rows, ...frame }: PersonFrameProps & { rows: Shown[] }) {
  const t = useTranslations('people.shown')
  return (
    <FormFrame title={t('title')} lead={t('lead', { days: SHOWN_DAYS })} wide {...frame}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3"><BackLink href={tabHref(frame.bar.id, 'data')}>{t('back')}</BackLink>{rows.length > 0 && <PrintButton>{t('print')}</PrintButton>}</div>
      <ShownTable rows={rows} />
    </FormFrame>
  )
}
