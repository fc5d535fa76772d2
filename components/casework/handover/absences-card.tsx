import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { changeAbsence } from '@/lib/casework/handover/cover/actions'
import { backOn, phaseOf } from '@/lib/casework/handover/cover/rules'
import type { AbsenceRow } from '@/lib/casework/handover/cover/sql'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

const tones = { coming: 'info', running: 'warning', over: 'neutral', off: 'neutral' } as const

/** Who is away from when to when, who covers, and the way back. */
export function AbsencesCard({ absences, today, me, mayGive }: { absences: AbsenceRow[]; today: Day; me: string; mayGive: boolean }) {
  const [t, locale] = [useTranslations('casework.cover'), useLocale()]
  return (
    <Card title={t('title')} actions={<LinkButton href="/handover/absence" size="small" icon="plus">{t('plan')}</LinkButton>}>
      {absences.length === 0 ? <EmptyState title={t('none')} icon="calendar">{t('noneLead')}</EmptyState> : (
        <ul className="divide-y divide-line">
          {absences.map((one) => {
            const phase = phaseOf(one, today)
            const mayChange = (one.userId === me || mayGive) && (phase === 'coming' || phase === 'running')
            return (
              <li key={one.id} className="space-y-1 py-3 first:pt-0">
                <h3 className="flex flex-wrap items-center gap-2 text-base">{t('row', { name: one.name, from: formatDay(one.from, locale, 'short'), to: formatDay(one.to, locale, 'short') })} <Tag tone={tones[phase]}>{t(`phase.${phase}`)}</Tag>{one.mine && <Tag tone="info">{t('youCover')}</Tag>}</h3>
                <p className="text-sm text-muted">{one.covers.map(({ name, people }) => t('covers', { name, people })).join(' · ') || t('nobodyCovers')} · {t('back', { day: formatDay(backOn(one), locale, 'short') })}</p>
                <div className="form-actions">
                  <LinkButton href={`/handover/brief/${one.id}`} size="small" variant="quiet">{t('brief')}</LinkButton>
                  {mayChange && <ActionButton action={changeAbsence} values={{ absenceId: one.id, version: String(one.version), now: 'yes' }} size="small">{t(phase === 'coming' ? 'callOff' : one.userId === me ? 'iAmBack' : 'endNow')}</ActionButton>}
                </div>
                {mayChange && <Explain key={one.version} summary={t('move')}><FieldsForm action={changeAbsence} fields={[{ type: 'date', name: 'untilOn', label: t('until'), value: one.to }]} hidden={{ absenceId: one.id, version: String(one.version) }} submit={t('save')} /></Explain>}
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
