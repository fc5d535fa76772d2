import type { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { wordsIn } from '@/lib/casework/methods/parts'
import { standingOf } from '@/lib/casework/cases/rules'
import type { QueueCase, QueueRow } from '@/lib/casework/queues/queries'
import { checkOn, dueOn, heldOn, type Queue } from '@/lib/casework/queues/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

/** What the cells say it with: the words are looked up once for the table, because there are many cells. */
export type Words = { t: ReturnType<typeof useTranslations<'casework.queues'>>; kinds: ReturnType<typeof useTranslations<'casework.cases.kind'>>; steps: ReturnType<typeof useTranslations<'casework.methods'>>; weights: ReturnType<typeof useTranslations<'casework.weights'>>; locale: string; today: Day; /** Without a talk, as the queue says it. */ days: number }

const short = (day: Day, { locale }: Words) => formatDay(day, locale, 'short')

/** A day that has passed says so in words; colour is not enough. */
export function dayText(day: Day | null, words: Words): ReactNode {
  if (day === null) return null
  if (day > words.today) return short(day, words)
  const passed = day < words.today
  return <span className={passed ? 'font-semibold text-error-ink' : 'font-semibold'}>{short(day, words)} {words.t(passed ? 'passed' : 'onTheDay')}</span>
}

export function contactText({ clock }: QueueRow, words: Words): ReactNode {
  return clock.last === null ? <span className="text-muted">{words.t('never')}</span> : words.t('days', { count: clock.days ?? 0, day: short(clock.last, words) })
}

export function nextText({ next }: QueueRow, words: Words): ReactNode {
  return next && <span>{dayText(next.on, words)}{next.text && `: ${next.text}`}</span>
}

/** What the first day is about, of everything that is due with the person. */
export function dueText(row: QueueRow, words: Words): ReactNode {
  const on = dueOn(row, words.today)
  if (on === null) return null
  const what = row.nextOn === on ? 'agreed' : row.taskOn === on ? 'task' : row.planOn === on ? 'plan' : heldOn(row, words.today) === on ? 'resume' : 'checkIn'
  return <span>{words.t(`what.${what}`)} {dayText(on, words)}</span>
}

/** The same on the first page: with what was agreed, where it is that day or has passed as well. */
export function dueAndAgreed(row: QueueRow, words: Words): ReactNode {
  const agreed = row.nextOn !== null && row.nextOn <= words.today
  if (!agreed) return dueText(row, words)
  const text = row.next?.text && `: ${row.next.text}`
  if (dueOn(row, words.today) === row.nextOn) return <span>{dueText(row, words)}{text}</span>
  return <span>{dueText(row, words)} · {words.t('what.agreed')} {dayText(row.nextOn, words)}{text}</span>
}

export function caseText({ cases }: QueueRow, words: Words): ReactNode {
  return cases.length === 0 ? <span className="cell-wide text-muted">{words.t('noCase')}</span> : cases.map((one) => `${words.kinds(one.kind)}, ${words.t(`standing.${standingOf(one, words.today)}`)}`).join(' · ')
}

/** How much work the open cases are; those that rest weigh nothing. */
export const weightText = ({ cases }: QueueRow, { weights }: Words): ReactNode => cases.flatMap(({ state, weight }) => (state === 'open' && weight ? [weights(`weight.${weight}`)] : [])).join(' · ')

/** The sticky note, cut where it would fill the list; whole beside it. */
export const noteText = ({ note }: QueueRow): ReactNode => note && <span className="line-clamp-3 whitespace-pre-line">{note}</span>

/** Where the cases stand in their methods: which step of how many. */
export const stepText = ({ id, cases }: QueueRow, words: Words): ReactNode => {
  const found = cases.flatMap((one) => ({ id: one.id, text: placed(one, words) })).filter(({ text }) => text !== null)
  return found.length > 0 && <span>{found.map((one) => <a key={one.id} className="block" href={`/people/${id}/cases/${one.id}/method`}>{one.text}</a>)}</span>
}

function placed({ place }: QueueCase, { steps, locale }: Words): string | null {
  if (!place) return null
  if (place.finishedOn) return steps('finishedOn', { day: formatDay(place.finishedOn, locale, 'short') })
  if (!place.at) return wordsIn(place.method.name, locale)
  return steps(place.at.step.kind === 'module' ? 'moduleOf' : 'phaseOf', { nth: place.at.nth, of: place.at.of, name: wordsIn(place.at.step.name, locale) })
}

/** The column the queue brings: why the person stands in it. */
export function ownText(queue: Queue, row: QueueRow, words: Words): ReactNode {
  switch (queue) {
    case 'today': return row.next?.text ?? words.t('own.today')
    case 'passed': return dueText(row, words)
    case 'owed': return dayText(row.promisedOn, words)
    case 'agreements': return row.planOn && <a href={`/people/${row.id}/plan`}>{dayText(row.planOn, words)}{row.planPassed > 1 && ` · ${words.t('own.agreements', { count: row.planPassed })}`}</a>
    case 'silent': return <span>{row.last ? contactText(row, words) : words.t('own.neverSince', { day: row.since ? short(row.since, words) : '' })}{row.silentAfter !== null && row.silentAfter !== words.days && <span className="block text-muted">{words.t('own.after', { days: row.silentAfter })}</span>}</span>
    case 'waiting': return row.tried > 0 ? words.t('own.tried', { count: row.tried }) : <span>{words.t('own.rests')} {dayText(heldOn(row, words.today), words)}</span>
    case 'aftercare': return dayText(checkOn(row, words.today), words)
    case 'returned': return row.returnedOn && <a href={`/people/${row.id}/cases`}>{words.t('own.returned', { day: short(row.returnedOn, words) })}</a>
    case 'drafts': return row.draftAt && formatMoment(row.draftAt, words.locale, 'short')
    default: return dueText(row, words)
  }
}

/** The name, and what one must know before writing it anywhere. */
export function nameText(row: QueueRow, words: Words): ReactNode {
  return <span>{row.name}{row.protected && <> <Icon name="lock" /><span className="sr-only"> {words.t('protected')}</span></>}{row.cover && <span className="block text-sm font-normal text-muted">{words.t('cover', { name: row.cover.name, day: short(row.cover.to, words) })}</span>}</span>
}
