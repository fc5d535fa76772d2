import { actions } from '@/tests/access/actions'
import { scripted } from '@/tests/probes/action-forms'
import { builtActions } from '@/tests/probes/action-list'
import { type Ground, inParallel } from '@/tests/probes/ground'
import type { Answer } from '@/tests/probes/http'
import { type Candidate, candidatesOf, reaches } from '@/tests/probes/kinds'
import { type Subject, subjects, target } from '@/tests/probes/people'
import { addresses, builtRoutes, type Route, spokenQuery } from '@/tests/probes/routes'
import { endsSession, type LayerCell, refusedText } from './cells'
import { cleared, may } from './oracle'

type Question = { subject: Subject; what: string; row: string; declared: boolean; path: string }

/** Somebody signed in is led away from it. */
const skipped = ['/sign-in']
/** Asks for a session and nothing else: whoever has no role left is told there that no place is theirs. */
const forAnySession = ['/']

const keyOf = (what: string) => what.split(' of ')[1] ?? ''
/** A file that holds the address somebody must not be found at. */
const withAddress = (asker: string, what: string) => !['P1', 'P2'].includes(target(keyOf(what)).protection) || cleared(asker, 'PROTECTED_ADDRESS')
const unmerged = (_: string, what: string) => target(keyOf(what)).past !== 'merged'
/** Where a page asks for more than its permission and reaching the person. */
const narrower: Record<string, (asker: string, what: string) => boolean> = {
  '/outreach/letters/[letterId]': withAddress,
  '/people/[personId]/letters/[letterId]': withAddress,
  '/protection/requests/[request]/file': withAddress,
  '/people/[personId]/shown': (asker) => cleared(asker, 'PROTECTED_ADDRESS'),
  // Of two records one of which was merged away there is nothing left to compare.
  '/people/duplicates/[pairId]': (_, what) => !target(keyOf(what)).past,
  // A page of a record that was merged away leads on to the other; a file does not.
  '/people/[personId]/progress/report': unmerged,
  '/people/[personId]/contacts/report/file': unmerged,
  // Made by whoever works with the case, and not in an emergency.
  '/people/[personId]/cases/[caseId]/certificate': (asker, what) => unmerged(asker, what) && !keyOf(what).startsWith('emergency'),
  // Those of volunteers are opened and closed with the volunteer.
  '/admin/users/[userId]': (_, what) => what !== 'user volunteer',
  // The second file is of the other run than the one the address names.
  '/outreach/runs/[runId]/files/[fileId]': (_, what) => what === 'print file 1',
}

/** Neither led to the sign-in nor to the page that says a link holds no longer. */
export const opened = (answer: Answer): boolean => answer.status < 400 && !/^\/sign-in|\/lukket$/.test(answer.headers.location ?? '')

/** The page of a route, and whom it may show: each row its address can name, for every subject. */
function questions(ground: Ground, route: Route): Question[] {
  const permission = route.page?.may
  if (!permission || skipped.includes(route.path)) return []
  return subjects.flatMap((subject) => {
    const allowed = permission === 'public' || may(subject.key, permission) || (forAnySession.includes(route.path) && subject.email !== null)
    const own = subject.key === 'caseworker' ? 'assigned' : 'ordinary'
    const named = route.parameters.filter(({ kind }) => kind)
    const varied = named.find(({ name }) => name === 'personId') ?? named.at(-1)
    const rows: (Candidate | null)[] = varied?.kind ? candidatesOf(ground.world, varied.kind) : [null]
    return rows.flatMap((row): Question[] => {
      const whose = row?.what.split(' of ')[1] ?? own
      const values = Object.fromEntries(named.map(({ name, kind }) => {
        if (name === varied?.name) return [name, row?.id ?? '']
        const list = candidatesOf(ground.world, kind ?? '')
        // Beside the person their own letter; else a row that is right.
        return [name, (list.find(({ what }) => what.endsWith(` of ${whose}`)) ?? list[0])?.id ?? '']
      }))
      const query = Object.entries(route.queries).filter(([, kind]) => kind === 'person' || kind === 'looked up').map(([name]) => `${name}=${candidatesOf(ground.world, 'person').find(({ what }) => what.endsWith(' of ordinary'))?.id ?? ''}`)
      const path = route.page?.path && !varied ? (route.path.includes('?') ? route.path : addresses(route, values, query.length > 0 && /book|report/.test(route.path) ? `?${query[0]}${route.path.endsWith('/file') ? '&as=pdf' : ''}` : (spokenQuery(route) ?? ''))[0]) : addresses(route, values, spokenQuery(route) ?? '')[0]
      if (!path) return []
      const declared = allowed && (!row || (reaches(subject, row, true) && (narrower[route.path]?.(subject.key, row.what) ?? true)))
      return [{ subject, what: `page ${route.path}`, row: row?.what ?? '', declared, path }]
    })
  })
}

/** What an action answered. A redirect answers with the page it leads to, and a page carries every sentence of the product with it. */
const refused = ({ headers, body }: Answer): boolean => {
  if (headers['x-action-redirect']) return false
  const state = /^1:(.*)$/m.exec(body.toString())?.[1] ?? body.toString()
  return state.includes(refusedText) || state.includes('"signedOut":true')
}

/** Every page on every row its address can name, and every action with an empty form, of the built product. `wanted`: which of them are asked. */
export async function askHttp(ground: Ground, wanted: () => boolean = () => true): Promise<LayerCell[]> {
  const cells: LayerCell[] = []
  const pages = builtRoutes().flatMap((route) => questions(ground, route)).filter(wanted)
  await inParallel(pages, 6, async ({ subject, what, row, declared, path }) => {
    const answer = await ground.send({ path, headers: { accept: 'text/html', ...ground.cookie(subject) } })
    if (answer.status >= 500) throw new Error(`${subject.key} ${path}: ${answer.status}`)
    cells.push({ layer: 'http', asker: subject.key, what, row, declared, found: opened(answer) })
  })
  const built = builtActions().filter(({ name }) => typeof actions[name] === 'string')
  for (const last of [false, true]) {
    const forms = built.filter(({ name }) => endsSession.test(name) === last).flatMap((action) => subjects.map((subject) => ({ action, subject }))).filter(wanted)
    await inParallel(forms, last ? 1 : 6, async ({ action, subject }) => {
      const cookie = last ? await ground.freshCookie(subject) : ground.cookie(subject)
      const answer = await ground.send(scripted(action, [['nothing', 'x']], { origin: ground.address, ...cookie }, subject.email ? '/account' : '/sign-in'))
      cells.push({ layer: 'http', asker: subject.key, what: `action ${action.name}`, row: '', declared: may(subject.key, actions[action.name] as string), found: answer.status < 400 && !refused(answer) })
    })
  }
  return cells
}
