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

/** Whoever began the match; where they are here no more, everybody who leads volunteers today. */
const toldOf = (tx: Tx, matchId: string) => tx.$queryRaw<{ id: string; email: string }[]>`WITH m AS (SELECT o.started_by FROM volunteer_match o WHERE o.id = ${matchId}::uuid), own AS (SELECT u.id, u.email FROM m JOIN app_user u ON u.id = m.started_by AND u.active)
  SELECT own.id::text, own.email FROM own UNION SELECT u.id::text, u.email FROM m JOIN app_user u ON u.active JOIN role_grant g ON g.user_id = u.id AND g.role = 'VOLUNTEER_LEAD' AND g.from_day <= ${dayToDb(today())}::date AND (g.to_day IS NULL OR g.to_day >= ${dayToDb(today())}::date)
    JOIN unit n ON n.id = coalesce(g.unit_id, u.unit_id) AND n.kind = 'VOLUNTEERING' WHERE NOT EXISTS (SELECT 1 FROM own)`

/** Tells whoever leads the match that something has to be looked at today: no name, no word of what. Each once a day for a match. */
export const tellAlarm: JobHandler<'volunteer.alarm'> = async ({ matchId }) => {
  const sent = await transaction({ role: 'worker' }, async (tx) => {
    const t = translatorFor('da', 'matches')
    let count = 0
    for (const lead of await toldOf(tx, matchId)) if (await queueMail(tx, { key: keyOf(`alarm ${matchId} ${lead.id} ${today()}`), recipient: lead.email, userId: lead.id, subject: t('mail.alarmSubject'), body: t('mail.alarm', { link: env().PUBLIC_URL }) })) count++
    return count
  })
  return sent > 0 ? { sent } : null
}
