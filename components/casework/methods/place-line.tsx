import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { wordsIn } from '@/lib/casework/methods/parts'
import { missingNow, nextLookBack, type Place } from '@/lib/casework/methods/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { MissingText } from './missing-text'

/** Which step of how many, in words; nothing where a method has no order. */
export function PlaceText({ place }: { place: Pick<Place, 'at' | 'finishedOn'> }) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  if (place.finishedOn) return t('finishedOn', { day: formatDay(place.finishedOn, locale) })
  if (!place.at) return null
  const { step, nth, of } = place.at
  return t(step.kind === 'module' ? 'moduleOf' : 'phaseOf', { nth, of, name: wordsIn(step.name, locale) })
}

type Props = { href: string; place: Place | null; today: Day; mayFollow: boolean }

/** On the card of a case: the method, where one stands and the next thing to do. */
export function PlaceLine({ href, place, today, mayFollow }: Props) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  if (!place) return mayFollow ? <p className="text-muted">{t('none')} <LinkButton href={href} size="small" variant="quiet">{t('choose')}</LinkButton></p> : null
  const [next] = missingNow(place)
  const due = nextLookBack(place)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line pt-3">
      <p>
        <strong>{wordsIn(place.method.name, locale)}</strong> <span className="block"><PlaceText place={place} /></span>
        {next && <span className="block text-muted">{t('nextThing')} <MissingText one={next} /></span>}
        {due && due <= today && <Tag tone="warning">{t('lookBackDue', { day: formatDay(due, locale) })}</Tag>}
      </p>
      <LinkButton href={href} size="small">{t('open')}</LinkButton>
    </div>
  )
}
