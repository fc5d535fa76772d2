import 'server-only'
import { record } from '@/lib/audit/record'
import { keyOf, queueMail } from '@/lib/messaging/outbox/writes'
import { today } from '@/lib/platform/clock'
import { formatDay } from '@/lib/platform/dates'
import { type Day, dayToDb } from '@/lib/platform/day'
import { transaction, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { nextStep, type PathRules } from '../path/rules'
import { pathRules } from '../path/sql'
import { lateLines, type Reminder, reminderOf, tellingOf } from './rules'
import { leadsToday, type Letterhead, letterhead, remindable, type Remindable } from './sql'

const address = () => env().PUBLIC_URL.replace(/\/$/, '')
const localeOf = (language: string) => (language === 'en' ? ('en' as const) : ('da' as const))

/** Tells those who lead volunteers what on the path has waited too long, in numbers; and reminds each volunteer of what only they can do. Started again it writes to nobody twice (ADR 0061). */
export const remindOnPath: JobHandler<'volunteer.path'> = async (_data, signal) => {
  const now = today()
  const { all, rules, head, sent } = await transaction({ role: 'worker' }, async (tx) => {
    const [found, path] = [await remindable(tx), await pathRules(tx)]
    return { all: found, rules: path, head: await letterhead(tx), sent: await tellLeads(tx, found, path, now) }
  })
  let reminded = 0
  for (const { id, email, facts, asked, sent: before } of all) {
    if (signal.aborted) break
    if (email !== null && reminderOf(facts, asked, before, now, rules)) reminded += await transaction({ role: 'worker' }, (tx) => remind(tx, id, rules, head, now))
  }
  return sent + reminded > 0 ? { sent, reminded } : null
}

/** Each lead, in their language; how many were written to. Nobody on days nobody works. */
export async function tellLeads(tx: Tx, all: readonly Remindable[], rules: PathRules, now: Day): Promise<number> {
  const next = all.map(({ facts }) => nextStep(facts, now, rules))
  const telling = tellingOf(next, now, rules)
  if (!telling) return 0
  let count = 0
  for (const { id, email, locale: language } of await leadsToday(tx, dayToDb(now))) {
    const locale = localeOf(language)
    const t = translatorFor(locale, 'volunteering.reminder.late')
    const lines = lateLines(next, now).map(({ code, count: many, oldest }) => `– ${t(code, { count: many })} ${t('oldest', { count: many, day: formatDay(oldest, locale) })}`).join('\n')
    if (await queueMail(tx, { key: keyOf(`path late ${id} ${telling}`), recipient: email, userId: id, subject: t('subject'), body: t('body', { lines, link: address() }) })) count++
  }
  return count
}

/** One volunteer, asked anew while their record is held: whoever was given a pause or brought the paper meanwhile gets nothing. */
async function remind(tx: Tx, id: string, rules: PathRules, head: Letterhead, now: Day): Promise<number> {
  const [one] = await remindable(tx, id)
  const reminder = one && reminderOf(one.facts, one.asked, one.sent, now, rules)
  if (!one?.email || !reminder) return 0
  const made = await tx.volunteerReminder.createMany({ data: [{ volunteerId: id, onDay: dayToDb(now), about: reminder.about }], skipDuplicates: true })
  if (made.count === 0) return 0
  const t = translatorFor(localeOf(one.language), 'volunteering.reminder')
  await queueMail(tx, { key: keyOf(`reminder ${id} ${now}`), recipient: one.email, subject: t('subject', { sender: head.sender ?? '' }), body: words(one, reminder, head) })
  await record(tx, { kind: 'MACHINE', action: 'volunteer.reminded', details: { volunteer: id, about: reminder.about.join(', ') } })
  return 1
}

function words({ firstName, language, signsIn }: Remindable, { talkOn, papers, renew, asked }: Reminder, head: Letterhead): string {
  const locale = localeOf(language)
  const t = translatorFor(locale, 'volunteering.reminder')
  const name = (code: string) => { const kind = head.kinds.find((one) => one.code === code); return (locale === 'en' ? kind?.nameEn : kind?.nameDa) ?? code }
  return [
    t('hello', { firstName }),
    ...(talkOn ? [t('talk', { day: formatDay(talkOn, locale, 'weekday') })] : []),
    ...(papers.length > 0 ? [t('paper', { what: papers.map(name).join(', ') })] : []),
    ...renew.map(({ kind, expiresOn }) => t('renewal', { what: name(kind), day: formatDay(expiresOn, locale) })),
    ...(asked ? [signsIn ? t('question') : `${t('question')} ${t('questionLink', { day: formatDay(asked, locale) })}`] : []),
    ...(signsIn ? [t('page', { link: `${address()}/min-side` })] : []),
    t('ring', { unit: (locale === 'en' ? head.unitEn : head.unitDa) ?? head.sender ?? '', phone: head.phone ? ` ${head.phone}` : '' }),
    t('end', { sender: head.sender ?? '' }),
  ].join('\n\n')
}
