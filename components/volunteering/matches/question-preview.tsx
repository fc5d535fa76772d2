import { useTranslations } from 'next-intl'
import { sides } from '@/lib/volunteering/matching/asking/rules'

/** Both texts as they will be sent, before anybody is asked. */
export function QuestionPreview({ lead }: { lead: string }) {
  const t = useTranslations('matches')
  const values = { firstName: t('previewName'), link: t('previewLink'), until: t('previewUntil'), sender: '', lead, phone: '' }
  return (
    <details>
      <summary>{t('preview')}</summary>
      <p className="mt-1 max-w-text text-muted">{t('previewLead')}</p>
      <div className="mt-2 grid gap-4 lg:grid-cols-2">{sides.map((side) => <div key={side} className="card p-(--card-pad)"><h3>{t(side === 'person' ? 'personSays' : 'volunteerSays')}</h3><p className="mt-2 whitespace-pre-line">{t(`mail.${side}`, values).trim()}</p></div>)}</div>
    </details>
  )
}
