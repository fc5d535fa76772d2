import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Day } from '@/lib/platform/day'
import { outreachRules } from '../../rules-data/sql'
import type { TemplateChoice } from '../queries'
import { usualDays } from '../rules'

export type InvitationGround = {
  templates: TemplateChoice[]
  open: { id: string; name: string } | null
  invited: number
  /** Of them, those who have answered or have a code by mail or letter. */
  reached: number
  letterDate: Day
}

/** What the letters to an event's list can be made of, and how many there would be. Four statements. */
export async function invitationGround(actor: Actor, eventId: string, today: Day): Promise<InvitationGround> {
  return readAs(actor, 'outreach.plan', async ({ tx, shown }) => {
    const templates = await tx.letterTemplate.findMany({ orderBy: { code: 'asc' }, select: { id: true, code: true, nameDa: true, nameEn: true, _count: { select: { versions: { where: { status: 'APPROVED', language: 'da' } } } } } })
    const open = await tx.run.findFirst({ where: { eventId, state: { in: ['DRAFT', 'REVIEWED', 'RELEASED', 'SENDING', 'STOPPED'] } }, select: { id: true, name: true } })
    const [counts] = await tx.$queryRaw<{ invited: number; reached: number }[]>`
      SELECT count(*)::int AS invited, count(*) FILTER (WHERE answer IS NOT NULL OR access.has_invitation_code(event_id, person_id))::int AS reached
      FROM invitation WHERE event_id = ${eventId}::uuid AND withdrawn_at IS NULL`
    shown({ action: 'run.choices', details: { event: eventId } })
    return { templates: templates.map(({ _count, ...template }) => ({ ...template, approved: _count.versions > 0 })), open, invited: counts?.invited ?? 0, reached: counts?.reached ?? 0, letterDate: usualDays(await outreachRules(tx), today).letterDate }
  })
}
