import { z } from 'zod'
import { withDeclarations } from '../letters/rules'
import { letterTemplateSchema } from '../letters/schema'
import type { Block, LetterTemplate } from '../letters/template'
import { blocksOf, rearranged } from './blocks'

export const versionInput = z.object({ versionId: z.uuid('templates.error.unknown') })

/** What is wrong with a text, by the name of the form's field; the message is a key. */
export function textProblems(title: string, blocks: readonly Block[]): { field: string; message: string }[] {
  const labels = { page: '{page}/{pages}', reference: 'id' }
  const parsed = letterTemplateSchema.safeParse(withDeclarations({ id: 'draft', version: 1, language: 'da', title, labels, blocks: [...blocks] } satisfies Omit<LetterTemplate, 'fields' | 'printsAddress'>))
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const [where, index, ...rest] = issue.path
    const block = blocks[Number(index)]
    const named = where === 'blocks' && block ? `b${String(index)}.${rest.length > 0 ? String(rest[0] === 'labels' ? rest.join('.') : rest[0]) : firstField(block)}` : where === 'title' ? 'title' : 'form'
    return { field: named, message: `templates.problem.${KNOWN.includes(issue.message) ? issue.message : 'other'}` }
  })
}

const KNOWN = ['required', 'too-long', 'too-many', 'unknown-field', 'personal-field-in-title', 'talk-field-without-talk', 'companion-missing']

function firstField(block: Block): string {
  return block.kind === 'list' ? 'items' : block.kind === 'invitation' ? 'open' : block.kind === 'offers' ? 'intro' : block.kind === 'signature' ? 'greeting' : 'text'
}

/** A draft as it was typed. A draft may be unfinished; only `do=save` asks whether it may stand. */
export const draftInput = z.looseObject({ versionId: z.uuid('templates.error.unknown'), seen: z.string(), title: z.string(), do: z.string().default('save') }).transform((values, context) => {
  const typed = blocksOf(values as Record<string, string | string[]>)
  const blocks = rearranged(typed, values.do)
  const title = values.title.trim()
  if (values.do === 'save') for (const { field, message } of textProblems(title, blocks)) context.addIssue({ code: 'custom', message, path: [field] })
  return { versionId: values.versionId, seen: values.seen, title, blocks, saved: values.do === 'save' }
})
