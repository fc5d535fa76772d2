import { registerHooks } from 'node:module'

/**
 * The marker package that keeps server code out of the browser refuses to load anywhere but in the web framework. A worker is a server too:
 * the marker is empty here. Imported before anything that carries it.
 */
registerHooks({
  resolve: (specifier, context, next) => (specifier === 'server-only' ? { url: 'data:text/javascript,', format: 'module', shortCircuit: true } : next(specifier, context)),
})
