import { wordsIn } from '@/lib/casework/methods/parts'
import type { ToCertify } from '@/lib/casework/methods/certificate/queries'
import { completed } from '@/lib/casework/methods/certificate/rules'
import { formatDay } from '@/lib/platform/dates'
import { momentAt } from '@/lib/platform/day'
import type { Certificate } from '@/lib/platform/documents/certificate'
import { nameOf } from '@/lib/platform/i18n/named'

type Translate = (key: string, values?: Record<string, string | number>) => string

/** The words of a certificate. No number, address or case: it hangs on a wall. */
export function certificateDocument({ name, municipality, unit, place, moves }: ToCertify, t: Translate, locale: 'da' | 'en'): Certificate {
  const on = place.finishedOn ?? place.since
  const method = wordsIn(place.method.name, locale)
  return {
    title: t('title'), author: municipality, language: locale, name, sentence: t('sentence', { method }), lead: [t('from', { from: formatDay(place.since, locale), to: formatDay(on, locale) })],
    partsTitle: t('parts'), columns: [t('part'), t('when')], parts: completed(place, moves).map(({ step, on: day, clips }) => [clips > 1 ? t('clips', { name: wordsIn(step.name, locale), count: clips }) : wordsIn(step.name, locale), formatDay(day, locale)]),
    place: t('place', { municipality, day: formatDay(on, locale) }), signedBy: moves.find(({ kind }) => kind === 'finish')?.by ?? '', signedFor: nameOf(unit, locale), footer: t('footer', { municipality }), madeAt: momentAt(on, 12),
  }
}
