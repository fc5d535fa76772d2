import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Day } from '@/lib/platform/day'
import { type Caseload, caseloads } from '../../weights/sql'
import { type Choice, type Reason, whyItStays } from './rules'
import { couldHave, type HeldCase, heldCases, movedAt, type Moved } from './sql'

export type Receiver = { id: string; name: string; title: string | null; /** As they said: 'ar-good'. */ languages: string[] }
export type Reassigning = { user: { id: string; name: string; unitId: string | null; languages: string[] }; cases: HeldCase[]; /** Everybody of the unit with what they have. */ loads: Caseload[]; receivers: Receiver[]; /** What is proposed, and why it cannot be. */ proposed: (Choice & { why: Reason | null })[]; done: Moved[] }
type View = { choices: readonly Choice[]; done?: string }

/** The cases of one colleague, whom they can go to, and what would come of the choices made: seven statements at most, however many cases. Null for nobody. */
export function reassigning(actor: Actor, userId: string, { choices, done }: View, today: Day): Promise<Reassigning | null> {
  return readAs(actor, 'assignment.manage', async ({ tx, shown }) => {
    const user = z.uuid().safeParse(userId).success ? await tx.user.findUnique({ where: { id: userId }, select: { id: true, name: true, unitId: true, languages: true } }) : null
    if (!user) return null
    const cases = await heldCases(tx, user.id)
    const loads = await caseloads(tx, user.unitId)
    const receivers = await tx.$queryRaw<Receiver[]>`SELECT a.id, a.name, a.title, coalesce(u.languages, '{}') AS languages FROM access.assignable_users() a JOIN app_user u ON u.id = a.id WHERE u.unit_id = ${user.unitId}::uuid AND a.id <> ${user.id}::uuid`
    const mine = choices.flatMap((choice) => cases.filter(({ caseId }) => caseId === choice.caseId).map((one) => ({ ...choice, one })))
    const clear = await couldHave(tx, [...new Set(mine.map(({ userId: to }) => to))], mine.map(({ one }) => one.personId))
    const units = new Map(receivers.map(({ id }) => [id, user.unitId]))
    const moved = done ? await movedAt(tx, actor.userId, user.id, done, today) : []
    shown({ action: 'case.held-listed', people: [...new Set([...cases, ...moved].map(({ personId }) => personId))], details: { user: user.id } })
    return { user, cases, loads, receivers, proposed: mine.map((choice) => ({ caseId: choice.caseId, userId: choice.userId, why: whyItStays(choice.one, user.id, choice.userId, { units, clear }) })), done: moved }
  })
}
