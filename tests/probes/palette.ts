import type { Ground } from './ground'
import type { Probe } from './http'
import { subjects } from './people'
import { builtRoutes } from './routes'
import type { Surface } from './surfaces'

/** The command palette: words in the body, people in the answer. */
export function palette(ground: Ground, words: readonly string[]): { surface: Surface; probe: Probe }[] {
  const route = builtRoutes().find(({ path }) => path === '/api/palette')
  if (!route) throw new Error('The build has no palette')
  return subjects.flatMap((subject) => words.map((query) => ({
    surface: { subject, route, address: route.path },
    probe: { method: 'POST', path: route.path, headers: { 'content-type': 'application/json', origin: ground.address, ...ground.cookie(subject) }, body: JSON.stringify({ query }) },
  })))
}
