'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import { foldName } from '@/lib/people/names/fold'
import { subjectInput } from './schema'

/** Whom the report is about, without opening them. The number and the name are in the form alone, never in an address. */
export const findSubject = staffAction({
  name: 'findSubject',
  may: 'audit.read',
  schema: subjectInput,
  repeatable: true,
  async run({ tx, audit }, input) {
    const [hash, name, born] = 'cpr' in input ? [blindIndex(input.cpr), '', null] : [null, foldName(input.name), input.born]
    const found = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM access.report_subjects(${hash}::bytea, ${name}, ${born}::date)`
    await audit({ kind: 'LIST', action: 'audit.subject-sought', people: found.map((row) => row.id), details: { by: 'cpr' in input ? 'cpr' : 'name', found: found.length } })
    const [only] = found
    if (!only) throw new Refused('oversight.error.nobody', {}, 'cpr')
    if (found.length > 1) throw new Refused('oversight.error.several', { count: found.length }, 'cpr')
    return { redirectTo: `/audit/report?person=${only.id}` }
  },
})
