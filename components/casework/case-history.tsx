import { useLocale, useTranslations } from 'next-intl'
import type { CaseRow } from '@/lib/casework/cases/queries'
import type { Followed } from '@/lib/casework/methods/sql'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { MoveHistory } from './methods/move-history'

/** Everything that became of a case, newest first, and who has had it. */
export function CaseHistoryList({ one, followed }: { one: CaseRow; followed: Followed | null }) {
  const [t, weigh, locale] = [useTranslations('casework.cases'), useTranslations('casework.weights'), useLocale()]
  return (
    <>
      <ul className="space-y-2">
        {one.history.map(({ number, state, until, outcome, words, by, at }) => (
          <li key={number}>
            {t(`step.${number > 1 && state === 'open' ? 'again' : state}`)}{until && <> {t(state === 'hold' ? 'stepHold' : 'stepAftercare', { day: formatDay(until, locale) })}</>}{outcome && <>: {t(`outcome.${outcome}`)}</>}
            {words && <q className="block max-w-text">{words}</q>}
            <span className="block text-sm text-muted">{t('by', { name: by, when: formatMoment(at, locale, 'short') })}</span>
          </li>
        ))}
      </ul>
      {one.weights.length > 0 && <><h4 className="mt-3">{weigh('title')}</h4><ul>{one.weights.map(({ number, weight, by, at }) => <li key={number}>{weigh(`weight.${weight}`)} <span className="text-sm text-muted">{t('by', { name: by, when: formatMoment(at, locale, 'short') })}</span></li>)}</ul></>}
      {followed && <><h4 className="mt-3">{t('inMethod')}</h4><MoveHistory moves={followed.moves} versions={followed.versions} /></>}
      <h4 className="mt-3">{t('who')}</h4>
      <ul>{one.people.map(({ userId, name, role, from, to }) => <li key={`${userId}${role}${from}${to}`}>{name}, {t(`role.${role}`)}, {to ? t('fromTo', { from: formatDay(from, locale, 'short'), to: formatDay(to, locale, 'short') }) : t('since', { from: formatDay(from, locale, 'short') })}</li>)}</ul>
    </>
  )
}
