import type { BuiltAction } from './action-list'
import type { Ground } from './ground'
import { candidatesOf, reaches } from './kinds'
import type { Subject } from './people'
import { conditional, rightQuery, rightValues } from './route-probes'
import { addresses, builtRoutes, permitted, type Route } from './routes'

const known = new Map<string, string>()

/**
 * The page on which this asker finds the form, with ids they reach: the server reads a form without scripts only where the form stands, and turns it
 * away everywhere else before anybody is asked anything. Where no such page opens to them, one that carries the form all the same.
 */
export function carrierOf(ground: Ground, action: BuiltAction, subject: Subject): string {
  const key = `${ground.address} ${subject.key} ${action.name}`
  const address = known.get(key) ?? addressOf(ground, carrying(ground, action, subject), subject)
  known.set(key, address)
  return address
}

function carrying(ground: Ground, action: BuiltAction, subject: Subject): Route {
  const routes = builtRoutes().filter(({ path }) => action.pages.includes(path))
  // The fewest parameters first: what the page itself must find is not what is tried.
  const found = routes.sort((a, b) => a.parameters.length - b.parameters.length)
  const open = found.find((route) => permitted(route, subject) && route.parameters.every(({ name, kind }) => !kind || reached(ground, kind, rightValues(ground, route, subject)[name] ?? '', subject)))
  const route = open ?? found[0]
  if (!route) throw new Error(`No page carries ${action.name}`)
  return route
}

const reached = (ground: Ground, kind: string, id: string, subject: Subject) => candidatesOf(ground.world, kind).some((one) => one.id === id && reaches(subject, one, true))

function addressOf(ground: Ground, route: Route, subject: Subject): string {
  const right = rightValues(ground, route, subject)
  const all = addresses(route, right, rightQuery(ground, route, right))
  return all.find((address) => !conditional.test(address)) ?? all[0] ?? route.path
}
