import { getTranslations } from 'next-intl/server'
import { eventKinds } from '@/lib/outreach/events/rules'

const names = ['kind', 'titleDa', 'titleEn', 'textDa', 'textEn', 'on', 'start', 'end', 'place', 'capacity', 'capacityHelp', 'until', 'remindDays', 'submit'] as const

/** Labels of the event form, ready to show. */
export async function eventFormTexts() {
  const t = await getTranslations('events')
  const texts = Object.fromEntries(names.map((name) => [name, t(`form.${name}`)])) as Record<(typeof names)[number], string>
  return { texts, kinds: eventKinds.map((value) => ({ value, label: t(`kind.${value}`) })) }
}
