import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { formatDay } from '@/lib/platform/dates'
import { hideVolunteer } from '@/lib/volunteering/catalogue/actions'
import type { OpenVolunteer } from '@/lib/volunteering/volunteers/queries'

/** Whether citizens may choose them by first name and own words, since when, and what is read there. */
export function ShowingCard({ found: { volunteer: v, showing }, mayManage }: { found: OpenVolunteer; mayManage: boolean }) {
  const [t, locale] = [useTranslations('volunteering'), useLocale()]
  return (
    <Card title={t('showing.title')} foot={showing && t(showing.about === null ? 'showing.hiddenOn' : 'showing.shownOn', { day: formatDay(showing.onDay, locale) })}
      actions={mayManage && <LinkButton href={`/volunteers/${v.id}/showing`} size="small">{t(showing?.about ? 'showing.change' : 'showing.show')}</LinkButton>}>
      {showing?.about ? (
        <>
          <p className="max-w-text whitespace-pre-line">{showing.about}</p>
          {mayManage && <div className="form-actions no-print mt-3"><ActionButton action={hideVolunteer} values={{ volunteerId: v.id, number: String(showing.number) }} size="small">{t('showing.hide')}</ActionButton></div>}
        </>
      ) : <p className="text-muted">{t('showing.not')}</p>}
    </Card>
  )
}
