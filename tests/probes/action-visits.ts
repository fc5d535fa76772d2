import { randomUUID } from 'node:crypto'
import { formOf, scripted } from './action-forms'
import { type BuiltAction, builtActions } from './action-list'
import { headersOf, mayUse, rightIds, standing } from './action-probes'
import type { Ground } from './ground'
import { inParallel } from './http'
import { candidatesOf, kindOfField } from './kinds'
import { type Subject, subjects, type Target, targets } from './people'
import type { Route } from './routes'
import { LANES, type Visit, Visitor } from './visits'

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
    const forms = actions.flatMap((action) => formsOf(ground, action, subject, (target) => chosen(action, subject, target)).map((ids) => ({ action, ids })))
    await inParallel(Array.from({ length: LANES }), LANES, async () => {
      const visitor = await Visitor.of(ground, subject)
      for (let form = forms.shift(); form; form = forms.shift()) {
        const { action, ids } = form
        const probe = scripted(action, formOf(action, ids, [['submission', randomUUID()]]), headersOf(ground, subject), standing(subject))
        const route: Route = { path: action.name, parameters: [], page: null, source: '', queries: {} }
        each(await visitor.visit({ subject, route, address: standing(subject) }, 'page', probe), action)
        count++
      }
    })
  })
  return count
}

/** What is filled in where the form takes ids, once for each person it can be about. Where the subject may not, the door is the same for everybody. */
function formsOf(ground: Ground, action: BuiltAction, subject: Subject, chosen: (target: Target) => boolean): Record<string, string>[] {
  const right = rightIds(ground, action, subject)
  const all = targets.filter(chosen).map((target) => about(ground, action, right, target))
  const different = [...new Map(all.map((ids) => [JSON.stringify(ids), ids])).values()]
  return mayUse(action, subject) ? different : different.slice(0, 1)
}
