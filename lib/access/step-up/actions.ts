'use server'

import { staffAction } from '../action'
import { safeNext } from '../rules'
import { proveInput } from './schema'

/** For files and pages, which have no form to put the question in. The wrapper asks; what is left is to say where it leads. */
export const prove = staffAction({
  name: 'prove',
  may: 'self.prove',
  schema: proveInput,
  repeatable: true,
  async run({ audit }, input) {
    await audit({ kind: 'SIGN_IN', action: 'session.proved' })
    return { redirectTo: `/prove?done=1&next=${encodeURIComponent(safeNext(input.next))}` }
  },
})
