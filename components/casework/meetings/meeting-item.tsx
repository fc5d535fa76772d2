import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Alert } from '@/components/ui/alert'
import { Explain } from '@/components/ui/explain'
import { Tag } from '@/components/ui/tag'
import type { AgendaItem, MinuteOfItem } from '@/lib/casework/meetings/queries'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { DecideForm } from './decide-form'

/** One case on the agenda: what is to be talked about and what was decided, or only that there is one. */
export function MeetingItem({ item: { nth, open }, held, today }: { item: AgendaItem; held: boolean; today: Day }) {
  const [t, kinds, locale] = [useTranslations('meetings'), useTranslations('casework.cases.kind'), useLocale()]
  if (!open) return <li className="card p-(--card-pad) text-muted">{t('closedItem', { nth })}</li>
  const write = { text: t(held ? 'addition' : 'decision'), help: t(held ? 'additionHelp' : 'decisionHelp'), task: t('task'), taskHelp: t('taskHelp'), owner: t('owner'), ownerNone: t('ownerNone'), by: t('by'), submit: t(held ? 'add' : 'decide') }
  const owners = [{ value: 'me', label: t('me') }, ...open.owners.map(({ id, name }) => ({ value: id, label: name })), { value: 'free', label: t('whoeverHas') }]
  return (
    <li id={`item-${open.itemId}`} className="card break-inside-avoid p-(--card-pad)">
      <h3 className="text-base">{nth}. {open.reach ? <Link href={`/people/${open.personId}/cases`} prefetch={false}>{open.name}</Link> : open.name} <span className="font-normal">· {kinds(open.kind)}, {nameOf(open.unit, locale)}</span></h3>
      {open.about && <p className="text-sm text-muted">{open.about}</p>}
      <p className="mt-2 max-w-text whitespace-pre-line">{open.words}</p>
      <p className="text-sm text-muted">{t('markedBy', { name: open.by })}{!open.reach && <> · {t('byConsent')}</>}</p>
      {!held && open.lacks.length > 0 && <div className="mt-2"><Alert tone="warning">{t('lacksAtTable', { units: open.lacks.map((unit) => nameOf(unit, locale)).join(', ') })}</Alert></div>}
      {open.minutes.length > 0 && <><h4 className="mt-3">{t('decided')}</h4><ul className="space-y-2">{open.minutes.map((one) => <MinuteLine key={one.id} one={one} today={today} personId={open.personId} />)}</ul></>}
      {open.minutes.length === 0 && held && <p className="mt-2 text-muted">{t('notReached')}</p>}
      {open.mayMinute && <div className="no-print mt-3"><Explain summary={t(held ? 'writeAddition' : 'writeDecision')}><DecideForm key={open.minutes.length} personId={open.personId} itemId={open.itemId} owners={owners} texts={write} /></Explain></div>}
    </li>
  )
}

function MinuteLine({ one, today, personId }: { one: MinuteOfItem; today: Day; personId: string }) {
  const [t, locale] = [useTranslations('meetings'), useLocale()]
  const late = one.task?.state === 'open' && one.task.dueOn < today
  return (
    <li>
      {one.later && <Tag>{t('isAddition')}</Tag>} <span className="max-w-text whitespace-pre-line">{one.text}</span>
      {one.task && <span className="block"><Link href={`/people/${personId}/tasks?open=${one.task.id}#task-${one.task.id}`} prefetch={false}>{t('taskOf', { name: one.task.owner ?? t('whoeverHas'), day: formatDay(one.task.dueOn, locale) })}</Link> <Tag tone={one.task.state === 'done' ? 'success' : late ? 'error' : 'neutral'}>{t(late ? 'late' : `state.${one.task.state}`)}</Tag></span>}
      <span className="block text-sm text-muted">{t('written', { name: one.by, when: formatMoment(one.at, locale, 'short') })}</span>
    </li>
  )
}
