import 'server-only'
import { getTranslations } from 'next-intl/server'
import { Refused } from '@/lib/access/refused'
import type { MappingProblem } from '@/lib/imports/columns/rules'

/** The sentence about a mapping that cannot be used, at the field it is about. */
export async function mappingRefusal(problem: MappingProblem, columns: readonly string[]): Promise<Refused> {
  const t = await getTranslations('imports.field')
  const names = (fields: readonly string[]) => fields.map((field) => `»${t(field as 'cpr')}«`).join(', ')
  switch (problem.code) {
    case 'column-used-twice':
      return new Refused('imports.mapping.column-used-twice', { column: columns[problem.column] ?? '', fields: names(problem.fields) }, `column.${problem.fields.at(-1)}`)
    case 'required-missing':
      return new Refused('imports.mapping.required-missing', { oneOf: problem.oneOf.map(names).join(' / ') }, `column.${problem.oneOf[0]?.[0]}`)
    case 'unknown-field':
      return new Refused('imports.mapping.unknown-field')
    case 'no-such-column':
      return new Refused('imports.mapping.no-such-column', { field: names([problem.field]) }, `column.${problem.field}`)
  }
}
