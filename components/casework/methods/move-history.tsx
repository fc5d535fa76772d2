import { useLocale, useTranslations } from 'next-intl'
import { wordsIn } from '@/lib/casework/methods/parts'
import type { Followed, MoveRow } from '@/lib/casework/methods/sql'
import { formatDay, formatMoment } from '@/lib/platform/dates'

/** Everything that happened in the methods of a case, newest first. */
export function MoveHistory({ moves, versions }: Pick<Followed, 'moves' | 'versions'>) {
  return <ul className="space-y-2">{moves.map((move) => <MoveLine key={move.number} move={move} versions={versions} moves={moves} />)}</ul>
}

function MoveLine({ move, versions, moves }: { move: MoveRow } & Pick<Followed, 'moves' | 'versions'>) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  const of = moves.find(({ number }) => number === move.of) ?? move
  const method = versions.find(({ id }) => id === of.versionId)
  const step = method?.steps.find(({ key }) => key === of.step)
  const item = step?.items.find(({ key }) => key === of.item)
  const stepName = step ? wordsIn(step.name, locale) : ''
  const about = of.kind === 'met' && item ? `${stepName}: ${wordsIn(item.text, locale)}` : of.kind === 'clip' || of.kind === 'enter' ? stepName : of.kind === 'looked' ? t('lookBack') : method ? wordsIn(method.name, locale) : ''
  return (
    <li>
      {t(`move.${move.kind}`, { what: about })}
      {(move.kind === 'clip' || move.kind === 'looked') && <> {t('onDay', { day: formatDay(move.on, locale, 'short') })}</>}
      {move.words && <q className="block max-w-text whitespace-pre-line">{move.words}</q>}
      <span className="block text-sm text-muted">{t('byAt', { name: move.by, when: formatMoment(move.at, locale, 'short') })}</span>
    </li>
  )
}
