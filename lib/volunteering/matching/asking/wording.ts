import 'server-only'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import type { Locale } from '@/lib/platform/i18n/locales'
import type { Answer, Side } from './rules'

/** The sentence the person says yes to when they agree to meet a volunteer; null where they say no. It is kept with the consent, in the language they read or heard it in. */
export function meetingConsent(answer: Answer, firstName: string, locale: Locale): string | null {
  return answer === 'no' ? null : translatorFor(locale, 'matches')(`consent.${answer}`, { name: firstName })
}

/** `phone`: with the space before it, or nothing. */
export type QuestionMail = { firstName: string; link: string; until: string; sender: string; lead: string; phone: string }

/** The text that goes to one side, with nothing in it about the other. `link`, `until`: filled in where it is shown before it is sent, too. */
export function questionMail(side: Side, locale: Locale, values: QuestionMail): { subject: string; body: string } {
  const t = translatorFor(locale, 'matches')
  return { subject: t('mail.subject', { sender: values.sender }), body: t(`mail.${side}`, values) }
}

/** To whom it is told that it begins: the volunteer; or the citizen, whom the volunteer can reach, who is helped with the first appointment, or with whom somebody goes to one meeting. */
export type Beginner = 'volunteer' | 'reached' | 'helped' | 'meeting'

/** That it begins, with no name of the other: a mail cannot be taken back. To the volunteer: where to see with whom. */
export function startMail(to: Beginner, locale: Locale, values: Omit<QuestionMail, 'until'>): { subject: string; body: string } {
  const t = translatorFor(locale, 'matches')
  return { subject: t(to === 'volunteer' ? 'mail.startedSubject' : 'mail.startedPersonSubject', values), body: t(to === 'volunteer' ? 'mail.started' : `mail.startedPerson.${to}`, values) }
}

/** To a volunteer who said yes, when it comes to nothing: never why. */
export function nothingMail(locale: Locale, values: { firstName: string; unit: string; phone: string; sender: string }): { subject: string; body: string } {
  const t = translatorFor(locale, 'matches')
  return { subject: t('mail.nothingSubject', values), body: t('mail.nothing', values) }
}
