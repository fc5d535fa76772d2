import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { giveClip, takeBackMove } from '@/lib/casework/methods/actions'
import { type Step, wordsIn } from '@/lib/casework/methods/parts'
import { itemKey, type Place } from '@/lib/casework/methods/rules'
import type { MoveRow } from '@/lib/casework/methods/sql'
import { formatDay } from '@/lib/platform/dates'
import { type Day, partsOf } from '@/lib/platform/day'
import { type CaseRef, ItemList } from './item-list'
import { ScopedForm } from './scoped-form'
import { WeekTable } from './week-table'

type Props = { ids: CaseRef; place: Place; step: Step; moves: readonly MoveRow[]; today: Day; mayMove: boolean }

/** A part that goes on beside the others: an area, the roles around the case, a card of clips, the fixed times of the week. */
export function StepCard({ ids, place, step, moves, today, mayMove }: Props) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  const met = step.items.filter((item) => place.met.has(itemKey(step, item))).length
  const count = step.kind === 'week' || step.items.length === 0 ? null : t('metOf', { met, of: step.items.length })
  return (
    <Card title={wordsIn(step.name, locale)} level={3} actions={count && <span className="tabular text-sm text-muted">{count}</span>}>
      {wordsIn(step.text, locale) && <p className="max-w-text text-muted">{wordsIn(step.text, locale)}</p>}
      {step.kind === 'week' ? <WeekTable step={step} /> : <ItemList ids={ids} place={place} step={step} moves={moves} mayMove={mayMove} />}
      {step.kind === 'clips' && <Clips ids={ids} place={place} step={step} moves={moves} today={today} mayMove={mayMove} />}
    </Card>
  )
}

/** The punch cards of a method in one table: a row a module. */
export function ClipCard({ steps, ...props }: Omit<Props, 'step'> & { steps: readonly Step[] }) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  const given = steps.reduce((sum, step) => sum + Math.min(step.clips ?? 0, props.place.clips.get(step.key)?.length ?? 0), 0)
  return (
    <Card title={t('card')} level={3} actions={<span className="tabular text-sm text-muted">{t('clipsOf', { given, of: steps.reduce((sum, { clips }) => sum + (clips ?? 0), 0) })}</span>}>
      <ul className="divide-y divide-line">
        {steps.map((step) => (
          <li key={step.key} className="py-2">
            <h4 className="text-base">{wordsIn(step.name, locale)}</h4>
            <Clips {...props} step={step} />
            {step.items.length > 0 && <ItemList {...props} step={step} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const boxes = (day: Day) => { const { year, month, dayOfMonth } = partsOf(day); return { 'clipOn.day': String(dayOfMonth), 'clipOn.month': String(month), 'clipOn.year': String(year) } }

function Clips({ ids, place, step, moves, today, mayMove }: Props) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  const given = place.clips.get(step.key) ?? []
  const full = given.length >= (step.clips ?? 0)
  const hidden = { ...ids, step: step.key }
  return (
    <>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {given.map((clip) => (
          <li key={clip.number} className="inline-flex flex-wrap items-center gap-x-2">
            <span className="inline-flex items-start gap-2"><Icon name="success" className="text-success-ink" /><span>{t('clip', { day: formatDay(clip.on, locale, 'short'), name: moves.find(({ number }) => number === clip.number)?.by ?? '' })}{clip.words && <>: <q>{clip.words}</q></>}</span></span>
            {mayMove && <ActionButton action={takeBackMove} values={{ ...ids, of: String(clip.number) }} size="small" variant="quiet">{t('takeBack')}</ActionButton>}
          </li>
        ))}
        {!full && <li className="text-muted">{t('clipsToGo', { count: (step.clips ?? 0) - given.length })}</li>}
      </ul>
      {mayMove && !full && (
        <div className="mt-1 flex flex-wrap items-start gap-x-4">
          <ActionButton action={giveClip} values={{ ...hidden, ...boxes(today) }} size="small">{t('giveClip')}</ActionButton>
          <ScopedForm fold={t('otherDay')} action={giveClip} scope={`clip-${step.key}`} hidden={hidden} day={{ name: 'clipOn', label: t('clipOn'), value: today }} line={{ label: t('note') }} submit={t('giveClipThen')} />
        </div>
      )}
    </>
  )
}
