'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { safeNext } from '@/lib/access/rules'
import { factsOf } from './rules'
import { factsInput } from './schema'
import { answering } from './sql'

/** Counted no further: "more than a hundred" says as well that a fact is missing. */
const COUNTED = 100

/**
 * Whom a contact is to be written about, by what they said of themselves: one answers, or it is said how many do, and nobody is shown. What was said
 * stays in the form, never in an address or in the log.
 */
export const findByFacts = staffAction({
  name: 'findByFacts',
  may: 'contact.record',
  schema: factsInput,
  repeatable: true,
  async run({ tx, audit }, { said, to }) {
    const found = await answering(tx, said, COUNTED + 1)
    const [only] = found
    if (!only) throw new Refused('casework.error.nobodyAnswers', {}, 'firstName')
    if (found.length > 1) throw new Refused(found.length > COUNTED ? 'casework.error.manyAnswer' : 'casework.error.severalAnswer', { count: Math.min(found.length, COUNTED) }, 'firstName')
    await audit({ kind: 'LIST', action: 'contact.person-found', people: [only], details: { by: factsOf(said).join() } })
    // What is no page of ours is the quick log itself.
    const asked = safeNext(to)
    const page = asked.startsWith('/contacts/new') ? asked : '/contacts/new'
    return { redirectTo: `${page}${page.includes('?') ? '&' : '?'}person=${only}` }
  },
})
