import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { formatPhone } from '@/lib/people/phones/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { takeBackOwnMeeting } from '@/lib/volunteering/own/meetings/actions'
import { lengths, summed } from '@/lib/volunteering/own/meetings/rules'
import type { OwnMatch } from '@/lib/volunteering/own/queries'
import { readSpoken } from '@/lib/volunteering/requests/rules'
import { MeetingForm } from './meeting-form'
import { OwnCompanionMeeting } from './own-companion'

const SHOWN = 3

/** Somebody the volunteer meets: the first name, what was agreed to beside it, two buttons to log a meeting with, and the way to say that something is wrong. */
export function OwnMatchCard({ match, today }: { match: OwnMatch; today: Day }) {
  const [t, all, locale, format] = [useTranslations('ownPage'), useTranslations('volunteering'), useLocale(), useFormatter()]
  const sum = summed(match.meetings)
  const hours = (minutes: number) => format.number(minutes / 60, { maximumFractionDigits: 1 })
  const texts = { met: t('meetings.met'), not: t('meetings.not'), day: t('meetings.day'), howLong: t('meetings.howLong'), save: t('meetings.saveNot') }
  return (
    <Card title={t('match.title', { name: match.firstName })}>
      <p className="text-muted">{t('match.since', { role: match.role, day: formatDay(match.startedOn, locale) })}</p>
      {match.companion && <OwnCompanionMeeting meeting={match.companion} />}
      {match.languages.length > 0 && <p>{t('match.speaks', { languages: match.languages.map((one) => all(`language.${readSpoken(one).language}`)).join(', ') })}</p>}
      {[...match.phones.map((one) => <a key={one} href={`tel:${one}`}>{formatPhone(one)}</a>), ...match.emails.map((one) => <a key={one} href={`mailto:${one}`}>{one}</a>)].map((one) => <p key={one.key} className="mt-1 text-lg">{one}</p>)}
      <MeetingForm matchId={match.id} today={today} lengths={lengths.map((minutes) => ({ minutes, label: t('meetings.hours', { hours: hours(minutes), count: minutes / 60 }) }))} texts={texts} />
      {match.meetings.length > 0 && (
        <div className="mt-4">
          <p><strong>{t('meetings.sum', { count: sum.met, hours: format.number(sum.hours, { maximumFractionDigits: 1 }) })}</strong></p>
          <ul className="mt-1 space-y-1">{match.meetings.slice(0, SHOWN).map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-3">{formatDay(one.onDay, locale)} · {one.met ? t('meetings.hours', { hours: hours(one.minutes ?? 0), count: (one.minutes ?? 0) / 60 }) : t('meetings.wasNot')}{one.mayTakeBack && <ActionButton action={takeBackOwnMeeting} values={{ ownMeeting: one.id }} variant="quiet" size="small">{t('meetings.takeBack')}</ActionButton>}</li>
          ))}</ul>
        </div>
      )}
      <div className="form-actions mt-5"><LinkButton href={`/min-side/${match.id}`} variant="secondary">{t('concern.button')}</LinkButton></div>
    </Card>
  )
}
