/**
 * A refusal the user can do something about. `key` is a message key; the typed values are kept. Stands apart from the actions because
 * jobs refuse too, and a worker process has no web framework to load.
 */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly key: string, readonly values: Record<string, string | number> = {}, readonly field?: string) {
    super(key)
  }
}

/** The permission is missing; pages answer it with the page that does not exist. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
}
