import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import type { PersonPanelData } from '@/lib/outreach/due/panel/queries'
import { returnLetter, undoReturn } from '@/lib/outreach/returns/actions'
import { formatDay } from '@/lib/platform/dates'
import { PanelSection } from './panel-section'

/** One tap when a letter lies on the desk; one tap to take it back the same day. */
export function ReturnSection({ data, back }: { data: PersonPanelData; back: string }) {
  const t = useTranslations('outreach.panel')
  const locale = useLocale()
  const values = { personId: data.row.personId, back }
  return (
    <PanelSection id="return" title={t('returnTitle')}>
      <div className="space-y-2">
        {data.row.returnedOn && <p>{t('returnedOn', { date: formatDay(data.row.returnedOn, locale) })}</p>}
        {data.returnedToday && <ActionButton action={undoReturn} values={values} size="small">{t('returnUndo')}</ActionButton>}
        {data.sentOn ? (
          <>
            <p>{t('returnHelp', { date: formatDay(data.sentOn, locale) })}</p>
            <ActionButton action={returnLetter} values={values} size="small" variant="primary">{t('returnButton')}</ActionButton>
          </>
        ) : (
          !data.row.returnedOn && <p>{t('returnNone')}</p>
        )}
      </div>
    </PanelSection>
  )
}
