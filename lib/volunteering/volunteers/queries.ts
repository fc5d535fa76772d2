import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { blocksMatches } from '@/lib/associations/partnerships/rules'
import { type Day, toDay } from '@/lib/platform/day'
import { standing, type Standing } from '../list/rules'
import { type Lists, readLists } from '../list/sql'
import { type Facts, renewalDays } from '../path/rules'
import type { Login, LoginWaits } from '../logins/rules'
import { factsSql, pathRules, type RawFacts, readFacts } from '../path/sql'
import type { About } from '../reminders/rules'
import type { TrainingKind } from '../training/rules'
import type { Background, Level } from './rules'

export type Volunteer = {
  id: string; number: number; firstName: string; lastName: string; birthYear: number | null; email: string | null; phone: string | null; language: 'da' | 'en'; postcode: string | null; addressProtected: boolean
  roles: string[]; areas: string[]; times: string[]; experience: string[]; skills: string | null; limits: string | null; capacity: number; monthlyLimit: number | null; background: Background | null
  source: 'form' | 'staff'; agreedAt: Date; version: number; /** Whom they come by. */ association: { id: string; name: string } | null; languages: { language: string; level: Level }[]
}
export type LoggedTraining = { id: string; kind: TrainingKind; title: string; onDay: Day; minutes: number | null; by: string | null }
/** `years`: of an anniversary that was celebrated. */
export type Thanked = { id: string; years: number | null; onDay: Day; fromWhom: string; words: string | null }
/** What they were reminded of by mail, on that day. */
export type RemindedOf = { onDay: Day; about: About[] }
/** `twins`: others with the same e-mail address or telephone number. */
export type OpenVolunteer = { volunteer: Volunteer; facts: Facts; standing: Standing; trainings: LoggedTraining[]; thanks: Thanked[]; /** The newest first. */ reminders: RemindedOf[]; twins: { id: string; number: number }[]; lists: Lists; /** They come by an association whose agreement has lapsed: no new match. */ lapsed: boolean; login: Login | null; loginWaits: LoginWaits | null; /** The reader wrote the e-mail address. */ ownAddress: boolean; /** How they stand in the catalogue: with their words, or without any since that day; null where they never did. */ showing: { number: number; about: string | null; onDay: Day } | null }
type Row = Volunteer & RawFacts & { periods: { fromDay: string; toDay: string }[]; log: (Omit<LoggedTraining, 'onDay'> & { onDay: string })[]; thanks: (Omit<Thanked, 'onDay'> & { onDay: string })[]; reminders: { onDay: string; about: About[] }[]; twins: { id: string; number: number }[]; showing: { number: number; about: string | null; onDay: string } | null; login: { email: string; openedAt: string; lastSignInAt: string | null; invitedUntil: string | null } | null; waits: { askedAt: string; by: string | null } | null; ownAddress: boolean }

/** Everything about one volunteer. Null where there is none for the reader. Three statements. */
export function openVolunteer(actor: Actor, id: string, today: Day): Promise<OpenVolunteer | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'volunteer.read', async ({ tx, shown }) => {
    const [rules, lists] = [await pathRules(tx), await readLists(tx)]
    const [row] = await tx.$queryRaw<Row[]>`SELECT v.id::text, v.number, v.first_name AS "firstName", v.last_name AS "lastName", v.birth_year AS "birthYear", v.email, v.phone, v.language, v.postcode, v.address_protected AS "addressProtected",
        v.roles, v.areas, v.times, v.experience, v.skills, v.background, v.limits, v.capacity, v.monthly_limit AS "monthlyLimit", v.source, v.agreed_at AS "agreedAt", v.version, (SELECT jsonb_build_object('id', a.id, 'name', a.name) FROM association a WHERE a.id = v.association_id) AS association, ${factsSql},
        (SELECT coalesce(jsonb_agg(jsonb_build_object('fromDay', p.from_day, 'toDay', p.to_day)), '[]') FROM partnership p WHERE p.association_id = v.association_id) AS periods,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('language', l.language, 'level', l.level) ORDER BY l.language), '[]') FROM volunteer_language l WHERE l.volunteer_id = v.id) AS languages,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'title', t.title, 'onDay', t.on_day, 'minutes', t.minutes, 'by', u.name) ORDER BY t.on_day DESC, t.id DESC), '[]') FROM volunteer_training t LEFT JOIN app_user u ON u.id = t.recorded_by WHERE t.volunteer_id = v.id) AS log,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'years', k.years, 'onDay', k.on_day, 'fromWhom', k.from_whom, 'words', k.words) ORDER BY k.on_day DESC, k.id DESC), '[]') FROM volunteer_thanks k WHERE k.volunteer_id = v.id) AS thanks,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('onDay', r.on_day, 'about', r.about) ORDER BY r.on_day DESC), '[]') FROM volunteer_reminder r WHERE r.volunteer_id = v.id) AS reminders,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number) ORDER BY o.number), '[]') FROM volunteer o WHERE o.id <> v.id AND (lower(o.email) = lower(v.email) OR o.phone = v.phone)) AS twins,
        (SELECT jsonb_build_object('number', s.number, 'about', s.about, 'onDay', s.on_day) FROM volunteer_showing s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) AS showing,
        (SELECT jsonb_build_object('email', n.email, 'openedAt', n.opened_at, 'lastSignInAt', n.last_sign_in_at, 'invitedUntil', n.invited_until) FROM access.volunteer_login_of(v.id) n) AS login,
        (SELECT jsonb_build_object('askedAt', w.asked_at, 'by', w.by_name) FROM access.volunteer_login_waits(v.id) w) AS waits, coalesce(v.email_by = ${actor.userId}::uuid, false) AS "ownAddress"
      FROM volunteer v WHERE v.id = ${id}::uuid`
    if (!row) return null
    const { steps, papers, trainings, needs, log, thanks, reminders, twins, periods, login, waits, ownAddress, showing, ...volunteer } = row
    const facts = readFacts({ steps, papers, trainings, needs })
    shown({ kind: 'VIEW', action: 'volunteer.viewed', details: { volunteer: id } })
    return { volunteer, facts, standing: standing(facts, today, rules, renewalDays(rules, today)), trainings: log.map((one) => ({ ...one, onDay: toDay(one.onDay) })), thanks: thanks.map((one) => ({ ...one, onDay: toDay(one.onDay) })), reminders: reminders.map((one) => ({ ...one, onDay: toDay(one.onDay) })), twins, lists, lapsed: blocksMatches(periods.map((one) => ({ fromDay: toDay(one.fromDay), toDay: toDay(one.toDay) })), today), login: login && readLogin(login), loginWaits: waits && { askedAt: new Date(waits.askedAt), by: waits.by }, ownAddress, showing: showing && { ...showing, onDay: toDay(showing.onDay) } }
  })
}

/** The choices of the form for a new volunteer. */
export function volunteerLists(actor: Actor): Promise<Lists> {
  return readAs(actor, 'volunteer.manage', ({ tx }) => readLists(tx))
}

const moment = (at: string | null) => (at === null ? null : new Date(at))
function readLogin({ email, openedAt, lastSignInAt, invitedUntil }: NonNullable<Row['login']>): Login {
  return { email, openedAt: new Date(openedAt), lastSignInAt: moment(lastSignInAt), invitedUntil: moment(invitedUntil) }
}
