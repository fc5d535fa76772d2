import 'server-only'
import { randomUUID } from 'node:crypto'
import { Refused } from '@/lib/access/refused'
import { formatDay, formatTime } from '@/lib/platform/dates'
import { newReplyCode, sha256 } from '@/lib/platform/crypto/tokens'
import { addDays, type Day, dayOf, startOfDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import { enqueue } from '@/lib/platform/jobs/enqueue'

/**
 * Everybody the coordinator may write to: veterans, and their relatives. Not the dead, those who moved away, and those who have said never,
 * not this year, or not yet: an invitation is a letter too. Returns the ids of the people added.
 */
export async function freezeInvitations(tx: Tx, eventId: string, today: Day): Promise<string[]> {
  const [event] = await tx.$queryRaw<{ open: boolean }[]>`SELECT cancelled_at IS NULL AND starts_at > now() AS open FROM year_event WHERE id = ${eventId}::uuid FOR UPDATE`
  if (!event?.open) throw new Refused('events.error.over')
  const people = await tx.$queryRaw<{ personId: string; reason: string }[]>`SELECT p.id AS "personId", CASE WHEN bool_or(r.kind = 'VETERAN') THEN 'veteran' ELSE 'relative' END AS reason
    FROM person p JOIN person_role r ON r.person_id = p.id AND r.kind IN ('VETERAN', 'RELATIVE') AND r.to_day IS NULL
    WHERE p.merged_into_id IS NULL AND p.died_on IS NULL AND (p.moved_away_on IS NULL OR p.moved_away_on > ${today}::date OR p.moved_in_on > p.moved_away_on)
      AND (p.birth_date IS NULL OR p.birth_date <= ${today}::date - interval '15 years')
      AND NOT EXISTS (SELECT 1 FROM wish w WHERE w.person_id = p.id AND w.ended_on IS NULL AND (w.kind = 'NEVER' OR (w.kind = 'NOT_THIS_YEAR' AND w.given_on > ${today}::date - interval '12 months') OR (w.kind = 'LATER' AND w.until_month > ${today}::date)))
      AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.event_id = ${eventId}::uuid AND i.person_id = p.id)
    GROUP BY p.id`
  await tx.invitation.createMany({ data: people.map((one) => ({ eventId, ...one })), skipDuplicates: true })
  await tx.yearEvent.updateMany({ where: { id: eventId, invitedAt: null }, data: { invitedAt: new Date() } })
  return people.map((one) => one.personId)
}

type Guest = { personId: string; recipient: string; language: string }

/** Mail with a personal code to those who allow e-mail, have no code for this event yet and are not about to get a letter. The subject says who writes and nothing about what. */
export async function mailInvitations(tx: Tx, eventId: string, today: Day): Promise<string[]> {
  const event = await tx.yearEvent.findUnique({ where: { id: eventId } })
  if (!event || event.cancelledAt || event.startsAt <= new Date()) throw new Refused('events.error.over')
  // One round at a time: two clicks must not send two codes.
  await tx.$queryRaw`SELECT id FROM year_event WHERE id = ${eventId}::uuid FOR UPDATE`
  const guests = await tx.$queryRaw<Guest[]>`SELECT DISTINCT ON (i.person_id) i.person_id AS "personId", c.value AS recipient, p.language FROM invitation i JOIN person p ON p.id = i.person_id
    JOIN contact_point c ON c.person_id = i.person_id AND c.kind = 'EMAIL' AND c.allowed AND (c.from_day IS NULL OR c.from_day <= ${today}::date) AND (c.to_day IS NULL OR c.to_day >= ${today}::date)
    WHERE i.event_id = ${eventId}::uuid AND i.withdrawn_at IS NULL AND i.answer IS NULL AND NOT access.has_invitation_code(i.event_id, i.person_id)
      AND NOT EXISTS (SELECT 1 FROM run_member m JOIN run r ON r.id = m.run_id WHERE m.person_id = i.person_id AND r.event_id = i.event_id AND m.run_group = 'TO_SEND' AND r.state NOT IN ('CLOSED', 'CANCELLED'))
    ORDER BY i.person_id, c.from_day DESC NULLS LAST, c.id DESC`
  const sender = (await tx.municipality.findFirst({ select: { name: true } }))?.name ?? ''
  const codes = guests.map((guest) => ({ guest, code: newReplyCode() }))
  const expiresAt = startOfDay(addDays(dayOf(event.startsAt), 1))
  const hashes = codes.map(({ code }) => Buffer.from(sha256(code)).toString('hex'))
  await tx.$queryRaw`SELECT access.invitation_codes(${eventId}::uuid, ${guests.map((guest) => guest.personId)}::uuid[], (SELECT array_agg(decode(h, 'hex')) FROM unnest(${hashes}::text[]) h), ${expiresAt})`
  await tx.outboxMessage.createMany({
    data: codes.map(({ guest, code }) => ({ idempotencyKey: randomUUID(), channel: 'EMAIL', personId: guest.personId, recipient: guest.recipient, ...eventMail('Invitation', event, guest.language, { sender, link: `${env().PUBLIC_URL}/svar/${code}` }) })),
  })
  if (codes.length > 0) await enqueue(tx, 'outbox.send', null)
  return guests.map((guest) => guest.personId)
}

export type MailedEvent = { titleDa: string; titleEn: string; textDa: string; textEn: string; startsAt: Date; place: string }

/** In the receiver's language where we write it, else Danish. */
export function eventMail(kind: 'Invitation' | 'Reminder', event: MailedEvent, language: string, more: { sender: string; link: string }): { subject: string; body: string } {
  const locale = language === 'en' ? 'en' : 'da'
  const t = translatorFor(locale, 'events.mail')
  const [title, text] = locale === 'en' ? [event.titleEn, event.textEn] : [event.titleDa, event.textDa]
  const values = { ...more, title, text, day: formatDay(dayOf(event.startsAt), locale, 'weekday'), time: formatTime(event.startsAt, locale), place: event.place }
  return { subject: t(`subject${kind}`, values), body: t(`body${kind}`, values) }
}
