import { getLocale, getTranslations } from 'next-intl/server'
import { formatDay, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf, type Day } from '@/lib/platform/day'
import type { FreeSlot } from '@/lib/outreach/replies/reply-page'
import { callTimes, monthsToChoose, replyKinds } from '@/lib/outreach/replies/rules'
import type { ReplyChoices } from './reply-form'

/** Everything the form says, ready to show: the browser gets no catalogue and no calendar arithmetic. */
export async function replyChoices(slots: readonly FreeSlot[], today: Day): Promise<ReplyChoices> {
  const [t, locale] = await Promise.all([getTranslations('reply'), getLocale()])
  const days = new Map<string, { id: string; label: string }[]>()
  // One place for all of them is said once; a phone has no room for it beside every time.
  const places = new Set(slots.map((slot) => slot.place))
  for (const slot of slots) {
    const day = formatDay(dayOf(slot.startsAt), locale, 'weekday')
    const time = formatTimeSpan(slot.startsAt, slot.endsAt, locale)
    const label = places.size === 1 ? time : t('slot.at', { time, place: slot.place })
    days.set(day, [...(days.get(day) ?? []), { id: slot.id, label }])
  }
  return {
    kinds: replyKinds.map((kind) => ({ kind, label: t(`kind.${kind}`), help: t(`kind.${kind}help`) })),
    days: [...days].map(([day, times]) => ({ day, times })),
    months: monthsToChoose(today).map((month) => ({ value: month, label: formatDay(month, locale, 'month') })),
    callTimes: callTimes.map((value) => ({ value, label: t(`call.${value}`) })),
    texts: {
      what: t('page.what'), submit: t('page.submit'), sending: t('page.sending'), slot: t('slot.legend'), place: places.size === 1 ? t('slot.place', { place: slots[0]?.place ?? '' }) : '', moreSlots: t('slot.more'), noSlot: t('slot.none'), noFree: t('slot.noneFree'),
      phone: t('call.phone'), phoneHelp: t('call.phoneHelp'), callWhen: t('call.when'), month: t('later.month'), chooseMonth: t('later.choose'),
      address: t('moved.address'), addressHelp: t('moved.help'), message: t('message.label'), messageHelp: t('message.help'),
    },
  }
}
