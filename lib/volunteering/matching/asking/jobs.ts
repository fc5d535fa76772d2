import 'server-only'
import { record } from '@/lib/audit/record'
import { workFor } from '@/lib/access/on-behalf'
import { NotAllowed, Refused } from '@/lib/access/refused'
import { allowedEmail, keyOf, queueMail } from '@/lib/messaging/outbox/writes'
import { today } from '@/lib/platform/clock'
import { newReplyCode, sha256 } from '@/lib/platform/crypto/tokens'
import { formatDay } from '@/lib/platform/dates'
import { dayToDb } from '@/lib/platform/day'
import { transaction, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { letterhead } from '../../reminders/sql'
import { closesOn, type Side, sides } from './rules'
import { nothingMail, questionMail, startMail } from './wording'
import { startMatch } from './writes'

const localeOf = (language: string) => (language === 'en' ? ('en' as const) : ('da' as const))

type Asked = { number: number; personId: string; by: string; lead: string; phone: string | null; volunteerName: string; volunteerEmail: string | null; volunteerLanguage: string; personName: string; personLanguage: string; sender: string | null }

const asked = async (tx: Tx, requestId: string, volunteerId: string): Promise<Asked | null> => (await tx.$queryRaw<Asked[]>`
  SELECT s.number, r.person_id::text AS "personId", u.id::text AS by, u.name AS lead, u.phone, v.first_name AS "volunteerName", v.email AS "volunteerEmail", v.language AS "volunteerLanguage", p.first_name AS "personName", p.language AS "personLanguage", (SELECT name FROM municipality LIMIT 1) AS sender
  FROM access.pair_asked(${requestId}::uuid, ${volunteerId}::uuid) nth JOIN volunteer_pair_step s ON s.request_id = ${requestId}::uuid AND s.volunteer_id = ${volunteerId}::uuid AND s.number = nth
    JOIN volunteer_request r ON r.id = s.request_id JOIN volunteer v ON v.id = s.volunteer_id JOIN person p ON p.id = r.person_id JOIN app_user u ON u.id = s.recorded_by`)[0] ?? null

/** Writes to both sides of a pair that was asked, each with a link of their own; whoever allows no e-mail is rung. Started again it writes to nobody twice, and taken back meanwhile to nobody. */
export const askBoth: JobHandler<'volunteer.ask'> = async ({ requestId, volunteerId }) => {
  const sent = await transaction({ role: 'worker' }, async (tx) => {
    const pair = await asked(tx, requestId, volunteerId)
    if (!pair) return 0
    const to: Record<Side, { email: string | null; name: string; language: string }> = {
      volunteer: { email: pair.volunteerEmail, name: pair.volunteerName, language: pair.volunteerLanguage }, person: { email: await allowedEmail(tx, pair.personId, dayToDb(today())), name: pair.personName, language: pair.personLanguage },
    }
    let count = 0
    for (const side of sides) {
      const { email, name, language } = to[side]
      if (!email) continue
      const [code, locale, until] = [newReplyCode(), localeOf(language), closesOn(today())]
      const made = await tx.volunteerQuestion.createMany({ data: [{ requestId, volunteerId, personId: pair.personId, number: pair.number, side, codeHash: sha256(code), expiresOn: dayToDb(until) }], skipDuplicates: true })
      if (made.count === 0) continue
      const text = questionMail(side, locale, { firstName: name, link: `${env().PUBLIC_URL}/frivillig/svar/${code}`, until: formatDay(until, locale), sender: pair.sender ?? '', lead: pair.lead, phone: pair.phone ? ` ${pair.phone}` : '' })
      await queueMail(tx, { recipient: email, ...text, ...(side === 'person' && { personId: pair.personId }) })
      count++
    }
    if (count > 0) await record(tx, { kind: 'MACHINE', action: 'volunteer.question-sent', personId: pair.personId, details: { request: requestId, volunteer: volunteerId, sent: count } })
    return count
  })
  return sent > 0 ? { sent } : null
}

/** Begins the match both have said yes to, for the one who asked: their rights and every rule are asked again. What cannot begin stays with the lead, who can try again and is told why. */
export const beginMatch: JobHandler<'volunteer.start'> = async ({ requestId, volunteerId }) => {
  try {
    return await transaction({ role: 'worker' }, async (tx) => {
      const pair = await asked(tx, requestId, volunteerId)
      if (!pair) return null
      await workFor(tx, pair.by, 'volunteer.match')
      const { personId, matchId } = await startMatch(tx, requestId, volunteerId, today())
      await record(tx, { kind: 'CHANGE', action: 'volunteer.match-started', personId, details: { match: matchId, volunteer: volunteerId } })
      await mailStart(tx, matchId)
      return { started: 1 }
    })
  } catch (error) {
    if (error instanceof Refused || error instanceof NotAllowed) return { refused: 1 }
    throw error
  }
}

type Started = { personId: string; open: boolean; reachable: boolean; forMeeting: boolean; volunteerName: string; volunteerEmail: string | null; volunteerLanguage: string; personName: string; personLanguage: string; lead: string; phone: string | null; sender: string | null }
/** Tells both that it begins, each once for a match and by an address that may be used; the citizen only while the volunteer may know who they meet. How many were written to. */
async function mailStart(tx: Tx, matchId: string): Promise<number> {
  const [match] = await tx.$queryRaw<Started[]>`SELECT m.person_id::text AS "personId", access.match_open(m.id) AS open, access.match_reachable(m.id) AS reachable, r.for_meeting AS "forMeeting", v.first_name AS "volunteerName", v.email AS "volunteerEmail", v.language AS "volunteerLanguage",
      p.first_name AS "personName", p.language AS "personLanguage", u.name AS lead, u.phone, (SELECT name FROM municipality LIMIT 1) AS sender
    FROM volunteer_match m JOIN volunteer_request r ON r.id = m.request_id JOIN volunteer v ON v.id = m.volunteer_id JOIN person p ON p.id = m.person_id JOIN app_user u ON u.id = m.started_by WHERE m.id = ${matchId}::uuid AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id)`
  if (!match) return 0
  const by = { link: env().PUBLIC_URL, sender: match.sender ?? '', lead: match.lead, phone: match.phone ? ` ${match.phone}` : '' }
  let sent = 0
  if (match.volunteerEmail && (await queueMail(tx, { key: keyOf(`started ${matchId}`), recipient: match.volunteerEmail, ...startMail('volunteer', localeOf(match.volunteerLanguage), { firstName: match.volunteerName, ...by }) }))) sent++
  const email = match.open ? await allowedEmail(tx, match.personId, dayToDb(today())) : null
  const text = startMail(match.forMeeting ? 'meeting' : match.reachable ? 'reached' : 'helped', localeOf(match.personLanguage), { firstName: match.personName, ...by })
  if (email && (await queueMail(tx, { key: keyOf(`started ${matchId} person`), recipient: email, personId: match.personId, ...text }))) sent++
  return sent
}

/** The same for a match that was begun by hand: whoever leads volunteers puts no mail into the outbox themselves. */
export const tellStarted: JobHandler<'volunteer.started'> = async ({ matchId }) => {
  const sent = await transaction({ role: 'worker' }, (tx) => mailStart(tx, matchId))
  return sent > 0 ? { sent } : null
}

/** Days back that a yes is looked for: longer than any question stands open, shorter than the outbox remembers whom it told. */
const YES_DAYS = 90
type Unheard = { key: string; email: string; name: string; language: string }

/** Tells volunteers who said yes when it comes to nothing, whatever the reason, and never which: the other said no, somebody else was found, the question was taken back or may not be asked any more. Each once. */
export const tellNothing: JobHandler<'volunteer.no-match'> = async () => {
  const sent = await transaction({ role: 'worker' }, async (tx) => {
    const unheard = await tx.$queryRaw<Unheard[]>`SELECT 'no match ' || a.id AS key, v.email, v.first_name AS name, v.language FROM volunteer_answer a JOIN volunteer v ON v.id = a.volunteer_id AND v.email IS NOT NULL
      WHERE a.side = 'volunteer' AND a.yes AND a.recorded_at > now() - make_interval(days => ${YES_DAYS}::int) AND access.pair_asked(a.request_id, a.volunteer_id) IS NULL
        AND NOT EXISTS (SELECT 1 FROM volunteer_answer n WHERE n.request_id = a.request_id AND n.volunteer_id = a.volunteer_id AND n.side = a.side AND n.number > a.number)
        AND NOT EXISTS (SELECT 1 FROM volunteer_match m WHERE m.request_id = a.request_id AND m.volunteer_id = a.volunteer_id)
        AND (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) <> 'ended' ORDER BY a.recorded_at, a.id`
    const head = unheard.length > 0 ? await letterhead(tx) : null
    let count = 0
    for (const { key, email, name, language } of unheard) {
      const locale = localeOf(language)
      const text = nothingMail(locale, { firstName: name, unit: (locale === 'en' ? head?.unitEn : head?.unitDa) ?? head?.sender ?? '', phone: head?.phone ? ` ${head.phone}` : '', sender: head?.sender ?? '' })
      if (await queueMail(tx, { key: keyOf(key), recipient: email, ...text })) count++
    }
    return count
  })
  return sent > 0 ? { sent } : null
}
