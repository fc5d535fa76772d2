import { useTranslations } from 'next-intl'
import type { Shown } from '@/lib/people/protection/queries'
import { SHOWN_DAYS } from '@/lib/people/protection/rules'
import { FormFrame } from '../forms/section-page'
import type { PersonFrameProps } from '../person-frame'
import { ShownTable } from './shown-table'

/** Where the address has been in view: what is gone through when a person comes under protection. */
export function ShownPage({ rows, ...frame }: PersonFrameProps & { rows: Shown[] }) {
  const t = useTranslations('people.shown')
  return <FormFrame title={t('title')} lead={t('lead', { days: SHOWN_DAYS })} wide {...frame}><ShownTable rows={rows} /></FormFrame>
}
