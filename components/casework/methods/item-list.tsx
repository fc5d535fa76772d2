import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Icon } from '@/components/ui/icon'
import { takeBackMove, tickCriterion } from '@/lib/casework/methods/actions'
import { type Item, type Step, wordsIn } from '@/lib/casework/methods/parts'
import { itemKey, type Place } from '@/lib/casework/methods/rules'
import type { MoveRow } from '@/lib/casework/methods/sql'
import { formatDay } from '@/lib/platform/dates'
import { ScopedForm } from './scoped-form'

export type CaseRef = { personId: string; caseId: string }
type Props = { ids: CaseRef; place: Place; step: Step; moves: readonly MoveRow[]; mayMove: boolean }

/** The lines of a step: what is missing first and what is required of that on top, then what is met, with who and when. */
export function ItemList({ ids, place, step, moves, mayMove }: Props) {
  const rank = (item: Item) => (place.met.has(itemKey(step, item)) ? 2 : item.required ? 0 : 1)
  const items = [...step.items].sort((a, b) => rank(a) - rank(b))
  return <ul className="divide-y divide-line">{items.map((item) => <Line key={item.key} ids={ids} place={place} step={step} item={item} moves={moves} mayMove={mayMove} />)}</ul>
}

function Line({ ids, place, step, item, moves, mayMove }: Props & { item: Item }) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  const met = place.met.get(itemKey(step, item))
  const values = { ...ids, step: step.key, item: item.key }
  const by = met && moves.find(({ number }) => number === met.number)?.by
  if (met) {
    return (
      <li className="flex flex-wrap items-center justify-between gap-x-4 py-2">
        <span className="min-w-0 flex-1 basis-56">
          <span className="inline-flex items-start gap-2"><Icon name="check" className="text-success-ink" /><span><span className="sr-only">{t('met')} </span>{wordsIn(item.text, locale)}</span></span>
          <span className="block text-sm text-muted">{met.words && (step.kind === 'roles' ? <span className="text-ink">{met.words}.</span> : <q>{met.words}</q>)} {t('byOn', { name: by ?? '', day: formatDay(met.on, locale, 'short') })}</span>
        </span>
        {mayMove && <ActionButton action={takeBackMove} values={{ ...ids, of: String(met.number) }} size="small" variant="quiet">{t('takeBack')}</ActionButton>}
      </li>
    )
  }
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1 basis-56">{wordsIn(item.text, locale)} {!item.required && <span className="text-sm text-muted">{t('optional')}</span>}</span>
        {mayMove && step.kind !== 'roles' && <ActionButton action={tickCriterion} values={values} size="small">{t('tick')}</ActionButton>}
      </div>
      {mayMove && <ScopedForm fold={t(step.kind === 'roles' ? 'nameWho' : 'withNote')} action={tickCriterion} scope={`${step.key}-${item.key}`} hidden={values} line={{ label: t(step.kind === 'roles' ? 'who' : 'note'), help: t(step.kind === 'roles' ? 'whoHelp' : 'noteHelp') }} submit={t(step.kind === 'roles' ? 'isIn' : 'tick')} />}
    </li>
  )
}
