import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import type { ListRow } from '@/lib/outreach/due/list/rows'
import { endWish, recordWish } from '@/lib/outreach/wishes/actions'
import { wishKinds } from '@/lib/outreach/wishes/schema'
import { formatDay, formatMonth } from '@/lib/platform/dates'
import { addMonths, type Day, firstOfMonth } from '@/lib/platform/day'
import { PanelForm } from './panel-form'
import { PanelSection } from './panel-section'

const MONTHS = 12

/** The person's own wish, told by telephone or in person. A new one takes the place of the former. */
export function WishSection({ row, back, today }: { row: ListRow; back: string; today: Day }) {
  const t = useTranslations('outreach')
  const locale = useLocale()
  const months = Array.from({ length: MONTHS }, (_, i) => addMonths(firstOfMonth(today), i + 1)).map((month) => ({ value: month, label: formatMonth(month, locale) }))
  return (
    <PanelSection id="wish" title={t('panel.wishTitle')}>
      {row.wish && (
        <div className="mb-4 space-y-2">
          <p>{t('panel.wishNow', { wish: t(`wish.${row.wish.kind}`), date: formatDay(row.wish.givenOn, locale) })}</p>
          <ActionButton action={endWish} values={{ personId: row.personId, back }} size="small">{t('panel.wishEnd')}</ActionButton>
        </div>
      )}
      <PanelForm action={recordWish} scope="wish" hidden={{ personId: row.personId, back }} submit={t('panel.save')} fields={[
        { type: 'radio', name: 'kind', label: t('panel.wishKind'), options: wishKinds.map((value) => ({ value, label: t(`wish.${value}`) })) },
        { type: 'select', name: 'untilMonth', label: t('panel.wishMonth'), help: t('panel.wishMonthHelp'), optional: true, options: months, placeholder: t('panel.chooseMonth') },
      ]} />
    </PanelSection>
  )
}
