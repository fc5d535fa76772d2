import { useLocale, useTranslations } from 'next-intl'
import { logAttempt } from '@/lib/outreach/attempts/actions'
import { attemptChannels, attemptOutcomes } from '@/lib/outreach/attempts/schema'
import type { ListRow } from '@/lib/outreach/due/list/rows'
import { recordEnd, saveFoundAddress } from '@/lib/outreach/returns/actions'
import { formatDay } from '@/lib/platform/dates'
import { addDays, type Day } from '@/lib/platform/day'
import { PanelForm } from './panel-form'
import { PanelSection } from './panel-section'

const DAYS_BACK = 14

export function AttemptSection({ personId, back, today, open }: { personId: string; back: string; today: Day; open: boolean }) {
  const t = useTranslations('outreach')
  const locale = useLocale()
  const days = Array.from({ length: DAYS_BACK + 1 }, (_, days) => ({ value: addDays(today, -days), label: t('panel.days', { date: formatDay(addDays(today, -days), locale, 'dayMonth'), days }) }))
  return (
    <PanelSection id="attempt" title={t('panel.attemptTitle')} open={open}>
      <PanelForm action={logAttempt} scope="attempt" hidden={{ personId, back }} submit={t('panel.save')} fields={[
        { type: 'radio', name: 'channel', label: t('panel.attemptHow'), options: attemptChannels.map((value) => ({ value, label: t(`attempt.${value}`) })), value: 'PHONE' },
        { type: 'radio', name: 'outcome', label: t('panel.attemptOutcome'), options: attemptOutcomes.map((value) => ({ value, label: t(`attempt.${value}`) })) },
        { type: 'select', name: 'happenedOn', label: t('panel.attemptDay'), options: days, value: today },
        { type: 'area', name: 'note', label: t('panel.attemptNote'), help: t('panel.attemptNoteHelp'), optional: true, maxLength: 2000 },
      ]} />
    </PanelSection>
  )
}

export function AddressSection({ row, back, open }: { row: ListRow; back: string; open: boolean }) {
  const t = useTranslations('outreach.panel')
  if (row.protection === 'P1' || row.protection === 'P2') {
    return <PanelSection id="address" title={t('addressTitle')} open={open}><p>{t('addressProtected')} <a href={`/people/${row.personId}`}>{row.name}</a></p></PanelSection>
  }
  return (
    <PanelSection id="address" title={t('addressTitle')} open={open}>
      <PanelForm action={saveFoundAddress} scope="address" hidden={{ personId: row.personId, back }} submit={t('save')} fields={[
        { type: 'text', name: 'street', label: t('street') },
        { type: 'text', name: 'number', label: t('number') },
        { type: 'text', name: 'floor', label: t('floor'), optional: true },
        { type: 'text', name: 'door', label: t('door'), optional: true },
        { type: 'text', name: 'postcode', label: t('postcode'), inputMode: 'numeric' },
        { type: 'text', name: 'town', label: t('town') },
        { type: 'text', name: 'careOf', label: t('careOf'), optional: true },
      ]} />
    </PanelSection>
  )
}

export function EndSection({ personId, back, today }: { personId: string; back: string; today: Day }) {
  const t = useTranslations('outreach.panel')
  return (
    <PanelSection id="end" title={t('endTitle')}>
      <PanelForm action={recordEnd} scope="end" hidden={{ personId, back }} submit={t('save')} fields={[
        { type: 'radio', name: 'kind', label: t('endKind'), help: t('endHelp'), options: [{ value: 'DEAD', label: t('endDead') }, { value: 'MOVED_AWAY', label: t('endMoved') }] },
        { type: 'day', name: 'on', label: t('endOn'), value: today },
      ]} />
    </PanelSection>
  )
}
