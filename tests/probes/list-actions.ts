// Prints every server action of the source with its permission and the fields it reads, as JSON. A process of its own, because the
// modules that make actions are replaced by ones that only remember: tests/probes/action-list.ts starts it.
import { globSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { ActionField, ListedAction } from './action-list'

const standIn = pathToFileURL(resolve('tests/probes/stand-ins.ts')).href
const replaced = /^(@\/lib\/access|\.\.?)\/(public-)?action$|^next-intl(\/.*)?$|^next\/\w+$/
registerHooks({ resolve: (specifier, context, next) => (replaced.test(specifier) ? { url: standIn, shortCircuit: true } : next(specifier, context)) })

type Schema = { format?: string; enum?: string[]; type?: string; pattern?: string; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[]; properties?: Record<string, Schema>; required?: string[]; const?: string }

/** The fields of a schema, also where it is put together from several. */
function fieldsOf(schema: Schema): Map<string, ActionField> {
  const own = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, fieldOf(name, one, schema.required?.includes(name) ?? false)] as const)
  return new Map([...[...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((part) => [...fieldsOf(part)]), ...own])
}

function fieldOf(name: string, schema: Schema, required: boolean): ActionField {
  const any = schema.anyOf ?? [schema]
  const id = any.some((one) => one.format === 'uuid')
  return { name, required, id, choices: any.flatMap((one) => one.enum ?? (one.const === undefined ? [] : [one.const])), kind: schema.type === 'integer' || schema.type === 'number' ? 'number' : 'text' }
}

const found: ListedAction[] = []
for (const file of globSync('lib/**/actions.ts').sort()) {
  const exported = (await import(pathToFileURL(resolve(file)).href)) as Record<string, { declared?: { may?: string; limit?: { name: string }; schema: z.ZodType } }>
  for (const [name, { declared }] of Object.entries(exported)) {
    if (!declared) continue
    const schema = z.toJSONSchema(declared.schema, { io: 'input', unrepresentable: 'any' }) as Schema
    found.push({ name: `${file} ${name}`, may: declared.may ?? null, limit: declared.limit?.name ?? null, fields: [...fieldsOf(schema).values()] })
  }
}
// Not before a pipe has taken all of it: the list outgrew what one holds.
process.stdout.write(JSON.stringify(found), () => process.exit(0))
