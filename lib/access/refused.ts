import type { AuditEntry } from '@/lib/audit/record'
import type { Tx } from '@/lib/platform/db'

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

/**
 * A search for one person that did not end with one: nobody, several, or somebody whom the searcher may not see. What was done is undone, as with
 * every refusal; that it was asked is written down all the same. `note`: what the database alone may write, since it alone knows about whom.
 */
export class SearchRefused extends Refused {
  override name = 'SearchRefused'
  constructor(key: string, values: Record<string, string | number>, field: string, readonly entries: readonly AuditEntry[], readonly note?: (tx: Tx) => Promise<unknown>) {
    super(key, values, field)
  }
}

/** The permission is missing; pages answer it with the page that does not exist. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
}
