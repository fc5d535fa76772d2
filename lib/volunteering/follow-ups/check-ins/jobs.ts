import 'server-only'
import { record } from '@/lib/audit/record'
import { allowedEmail, keyOf, queueMail } from '@/lib/messaging/outbox/writes'
import { today } from '@/lib/platform/clock'
import { newReplyCode, sha256 } from '@/lib/platform/crypto/tokens'
import { formatDay } from '@/lib/platform/dates'
import { addDays, dayFromDb, dayToDb } from '@/lib/platform/day'
import { transaction, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { sides } from '../../matching/asking/rules'
import { pathRules } from '../../path/sql'
import { nextFollowUp, type Outcome, reachedSomebody } from '../rules'

/** Days before a follow-up that both are asked, so that the lead has read the answers when they ring; and days the link opens. */
const BEFORE_DAYS = 3
const OPEN_DAYS = 21

type Running = { matchId: string; personId: string; startedOn: Date; done: { onDay: string; outcome: Outcome }[]; lead: string; phone: string | null; volunteerName: string; volunteerEmail: string | null; volunteerLanguage: string; personName: string; personLanguage: string; sender: string | null }

/** Matches that last: one for a single meeting is not followed up. */
const running = (tx: Tx) => tx.$queryRaw<Running[]>`SELECT m.id::text AS "matchId", m.person_id::text AS "personId", m.started_on AS "startedOn", (SELECT coalesce(jsonb_agg(jsonb_build_object('onDay', f.on_day, 'outcome', f.outcome) ORDER BY f.number), '[]') FROM volunteer_follow_up f WHERE f.match_id = m.id) AS done,
    u.name AS lead, u.phone, v.first_name AS "volunteerName", v.email AS "volunteerEmail", v.language AS "volunteerLanguage", p.first_name AS "personName", p.language AS "personLanguage", (SELECT name FROM municipality LIMIT 1) AS sender
  FROM volunteer_match m JOIN volunteer_request r ON r.id = m.request_id JOIN volunteer v ON v.id = m.volunteer_id JOIN person p ON p.id = m.person_id JOIN app_user u ON u.id = m.started_by WHERE NOT r.for_meeting AND access.match_open(m.id) ORDER BY m.number`

/** Asks both sides of every match that is to be followed up soon, each once for a follow-up, with nothing about the other in the mail. Started again it asks nobody twice. */
export const sendCheckIns: JobHandler<'volunteer.check-in'> = async (_data, signal) => {
  const [matches, rules] = await transaction({ role: 'worker' }, async (tx) => [await running(tx), await pathRules(tx)] as const)
  let sent = 0
  for (const match of matches) {
    if (signal.aborted) break
    const next = nextFollowUp(dayFromDb(match.startedOn), match.done.map(({ onDay, outcome }) => ({ onDay: dayFromDb(new Date(onDay)), outcome })), rules)
    if (next.due > addDays(today(), BEFORE_DAYS)) continue
    // A try that reached nobody is no reason to ask both again: numbered by those that reached somebody.
    sent += await transaction({ role: 'worker' }, (tx) => askBoth(tx, match, match.done.filter(reachedSomebody).length + 1))
  }
  return sent > 0 ? { sent } : null
}

async function askBoth(tx: Tx, match: Running, number: number): Promise<number> {
  // Between the list and this moment it may have ended, or the consent been withdrawn.
  const [still] = await tx.$queryRaw<{ open: boolean }[]>`SELECT access.match_open(${match.matchId}::uuid) AS open`
  if (!still?.open) return 0
  const to = { volunteer: { email: match.volunteerEmail, name: match.volunteerName, language: match.volunteerLanguage }, person: { email: await allowedEmail(tx, match.personId, dayToDb(today())), name: match.personName, language: match.personLanguage } }
  let sent = 0
  for (const side of sides) {
    const { email, name, language } = to[side]
    if (!email) continue
    const [code, locale, until] = [newReplyCode(), language === 'en' ? ('en' as const) : ('da' as const), addDays(today(), OPEN_DAYS)]
    const made = await tx.volunteerCheckIn.createMany({ data: [{ matchId: match.matchId, personId: match.personId, number, side, codeHash: sha256(code), expiresOn: dayToDb(until) }], skipDuplicates: true })
    if (made.count === 0) continue
    const t = translatorFor(locale, 'matches')
    await queueMail(tx, { recipient: email, subject: t('mail.subject', { sender: match.sender ?? '' }), ...(side === 'person' && { personId: match.personId }),
      body: t('mail.checkIn', { firstName: name, link: `${env().PUBLIC_URL}/frivillig/tjek/${code}`, until: formatDay(until, locale), lead: match.lead, phone: match.phone ? ` ${match.phone}` : '', sender: match.sender ?? '' }) })
    sent++
  }
  if (sent > 0) await record(tx, { kind: 'MACHINE', action: 'volunteer.check-in-sent', personId: match.personId, details: { match: match.matchId, sent } })
  return sent
}

/**
 * Tells whoever leads the match that something has to be looked at today: no name, no word of what. Once a day for a match and what it is about, and anew when it comes again after somebody has followed it up.
 * Who that is the database says: whoever would find it on their first page, not away, and nobody twice.
 */
export const tellAlarm: JobHandler<'volunteer.alarm'> = async ({ matchId, about }) => {
  const sent = await transaction({ role: 'worker' }, async (tx) => {
    const leads = await tx.$queryRaw<{ id: string; email: string; locale: string }[]>`SELECT l.user_id::text AS id, l.email, l.locale FROM access.match_leads(${matchId}::uuid) l`
    const followed = await tx.volunteerFollowUp.count({ where: { matchId } })
    let count = 0
    for (const { id, email, locale } of leads) {
      const t = translatorFor(locale === 'en' ? 'en' : 'da', 'matches')
      if (await queueMail(tx, { key: keyOf(`alarm ${about} ${matchId} ${id} ${today()} ${followed}`), recipient: email, userId: id, subject: t('mail.alarmSubject'), body: t('mail.alarm', { link: env().PUBLIC_URL }) })) count++
    }
    return count
  })
  return sent > 0 ? { sent } : null
}
