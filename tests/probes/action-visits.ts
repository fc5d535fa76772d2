import { randomUUID } from 'node:crypto'
import { formOf, scripted } from './action-forms'
import { type BuiltAction, builtActions } from './action-list'
import { headersOf, mayUse, rightIds, standing } from './action-probes'
import type { Ground } from './ground'
import { inParallel } from './http'
import { candidatesOf, kindOfField } from './kinds'
import { subjects, type Target, targets } from './people'
import type { Route } from './routes'
import { type Visit, Visitor } from './visits'

/** The form filled in about this person: their rows wherever a field takes one. */
function about(ground: Ground, action: BuiltAction, ids: Record<string, string>, { key }: Target): Record<string, string> {
  return Object.fromEntries(Object.entries(ids).map(([field, id]) => {
    const kind = action.fields.some((one) => one.name === field && one.id) ? kindOfField(action.name, field) : null
    return [field, (kind && candidatesOf(ground.world, kind).find((one) => one.what.endsWith(` of ${key}`))?.id) || id]
  }))
}

/** Every form by everybody, about everybody: what comes back, and whom the log names. It changes the register, so it is done last. */
export async function visitActions(ground: Ground, each: (visit: Visit, action: BuiltAction) => void, chosen: (action: BuiltAction, subject: (typeof subjects)[number], target: Target) => boolean = () => true): Promise<number> {
  let count = 0
  const actions = builtActions().filter(({ name }) => !/ (signIn|signOut|signOutEverywhere|endOneSession|saveRights|setActive)$/.test(name))
  await inParallel(subjects.filter(({ email }) => email), 4, async (subject) => {
    const visitor = await Visitor.of(ground, subject)
    for (const action of actions) {
      const right = rightIds(ground, action, subject)
      const sent = new Set<string>()
      for (const target of targets) {
        if (!chosen(action, subject, target)) continue
        const ids = about(ground, action, right, target)
        // The same form about somebody else: it takes nothing of theirs.
        if (sent.has(JSON.stringify(ids))) continue
        sent.add(JSON.stringify(ids))
        const probe = scripted(action, formOf(action, ids, [['submission', randomUUID()]]), headersOf(ground, subject), standing(subject))
        const route: Route = { path: action.name, parameters: [], page: null, source: '', queries: {} }
        each(await visitor.visit({ subject, route, address: standing(subject) }, 'page', probe), action)
        count++
        // Where the subject may not, the door is the same for everybody.
        if (!mayUse(action, subject)) break
      }
    }
  })
  return count
}
