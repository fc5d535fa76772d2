import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs, type ReadContext } from '@/lib/access/read'
import type { Seen } from './rules'

export type Counts = { sees: number; responsible: number; protected: number; shielded: number; glass: number; active: boolean; lines: Seen['lines'] }
export type Seer = { id: string; name: string; unit: string | null; seen: Seen }
export type Explained = {
  users: { id: string; name: string; active: boolean }[]
  user: { id: string; name: string; title: string | null } | null
  /** One user and one person. */
  pair: Seen | null
  /** Everybody who sees the person. */
  seers: Seer[] | null
  /** How many the user sees. */
  counts: Counts | null
}

/**
 * Who can see whom, and why: asked of the database as the user itself. Null where the person or the user is not there for the reader. The
 * person is nowhere named. Five statements at most.
 */
export function explained(actor: Actor, asked: { user: string | null; person: string | null }, locale: 'da' | 'en'): Promise<Explained | null> {
  return readAs(actor, 'access.explain', async (context) => {
    const { tx, shown } = context
    const users = await tx.user.findMany({ select: { id: true, name: true, active: true, title: true }, orderBy: [{ active: 'desc' }, { name: 'asc' }] })
    const user = users.find((one) => one.id === asked.user) ?? null
    if (asked.user && !user) return null
    const pair = asked.user && asked.person ? await answer<Seen>(context, asked.user, asked.person) : null
    const seers = asked.person && !asked.user ? await whoSees(context, asked.person, locale) : null
    const counts = asked.user && !asked.person ? await answer<Counts>(context, asked.user, null) : null
    if (asked.person && !pair && !seers) return null
    if (asked.person) shown({ kind: 'VIEW', action: 'access.explained', personId: asked.person, details: { user: asked.user } })
    else shown({ action: 'access.explained', details: { user: asked.user } })
    return { users, user, pair, seers, counts }
  })
}

async function answer<T>({ tx }: ReadContext, user: string, person: string | null): Promise<T | null> {
  const [row] = await tx.$queryRaw<{ seen: T | null }[]>`SELECT access.explain(${user}::uuid, ${person}::uuid) AS seen`
  return row?.seen ?? null
}

async function whoSees({ tx, actor }: ReadContext, person: string, locale: 'da' | 'en'): Promise<Seer[] | null> {
  // Asked about the asker too: a person who is not there, or of their own family, has no answer at all.
  const [known] = await tx.$queryRaw<{ known: boolean }[]>`SELECT access.explain(${actor.userId}::uuid, ${person}::uuid) IS NOT NULL AS known`
  if (!known?.known) return null
  const rows = await tx.$queryRaw<{ id: string; name: string; unitDa: string | null; unitEn: string | null; answer: Seen }[]>`
    SELECT s.id::text, s.name, u.name_da AS "unitDa", u.name_en AS "unitEn", s.answer FROM access.who_sees(${person}::uuid) s LEFT JOIN unit u ON u.id = s.unit_id`
  return rows.map(({ id, name, unitDa, unitEn, answer: seen }) => ({ id, name, unit: locale === 'en' ? unitEn : unitDa, seen }))
}
