// In place of the framework's request while actions and queries are called directly: who is signed in comes from tests/support/as.ts.
import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const file = (path: string) => pathToFileURL(resolve(path)).href
const replaced = (texts: string): [RegExp, string][] => [
  [/^(@\/lib\/access|\.\.?)\/actor$/, file('tests/proof/request-actor.ts')],
  [/^next\/(navigation|cache)$/, file('tests/proof/request-navigation.ts')],
  [/^next\/headers$/, file('tests/support/next-headers.ts')],
  [/^next-intl\/server$/, file(texts)],
]

/** From now on modules that are loaded see no framework. Called before the first of them is. `texts`: what stands in place of the catalogue; the sentences alone, or with their values. */
export function withoutFramework(texts = 'tests/proof/request-texts.ts'): void {
  const all = replaced(texts)
  registerHooks({
    resolve(specifier, context, next) {
      // Its front door brings React's hooks along, which a server has not.
      if (specifier === 'next-intl') return next('use-intl/core', context)
      const found = all.find(([pattern]) => pattern.test(specifier))
      return found ? { url: found[1], shortCircuit: true } : next(specifier, context)
    },
  })
}
