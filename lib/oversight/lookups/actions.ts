'use server'

import { SearchRefused, staffAction } from '@/lib/access/action'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import { foldName } from '@/lib/people/names/fold'
import { subjectInput } from './schema'

/** Whom the report is about, without opening them. The number and the name are in the form alone, never in an address. */
export const findSubject = staffAction({
  name: 'findSubject',
  may: 'audit.read',
  schema: subjectInput,
  repeatable: true,
  seeks: () => true,
  async run({ tx, audit }, input) {
    const [hash, name, born] = 'cpr' in input ? [blindIndex(input.cpr), '', null] : [null, foldName(input.name), input.born]
    const found = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM access.report_subjects(${hash}::bytea, ${name}, ${born}::date)`
    const sought = { action: 'audit.subject-sought', people: found.map((row) => row.id), details: { by: 'cpr' in input ? 'cpr' : 'name', found: found.length } }
    const [only] = found
    if (!only || found.length > 1) throw new SearchRefused(only ? 'oversight.error.several' : 'oversight.error.nobody', { count: found.length }, 'cpr', [{ kind: 'DENIED', ...sought }])
    await audit({ kind: 'LIST', ...sought })
    return { redirectTo: `/audit/report?person=${only.id}` }
  },
})
