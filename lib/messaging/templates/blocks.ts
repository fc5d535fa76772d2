import type { Block } from '../letters/template'

/** The texts of a block as form fields, in the order they are read. `labels.*` are the few words beside the ways to reach somebody. */
export const BLOCK_FIELDS: Record<Block['kind'], readonly string[]> = {
  paragraph: ['text'],
  heading: ['text'],
  list: ['items'],
  offers: ['heading', 'intro', 'none'],
  invitation: ['heading', 'open', 'booked', 'whenLabel', 'whereLabel', 'withLabel'],
  reply: ['heading', 'text', 'linkLabel', 'codeLabel', 'qrAlt'],
  companion: ['heading', 'text'],
  contact: ['heading', 'text', 'labels.phone', 'labels.email', 'labels.hours'],
  signature: ['greeting', 'labels.phone', 'labels.email', 'labels.hours'],
}

export const BLOCK_KINDS = Object.keys(BLOCK_FIELDS) as Block['kind'][]

/** Texts of several lines; the others are one. */
export const LONG_FIELDS: readonly string[] = ['text', 'items', 'intro', 'none', 'open', 'booked']

type Values = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).replace(/\r\n?/g, '\n')

/** The text of one field of a block; a list is one item per line. */
export function fieldOf(block: Block, field: string): string {
  const [name = '', inner] = field.split('.')
  const value = (block as unknown as Record<string, unknown>)[name]
  if (inner) return String((value as Record<string, string> | undefined)?.[inner] ?? '')
  return Array.isArray(value) ? value.join('\n') : String(value ?? '')
}

/** Reads `b0.kind`, `b0.text`, … back to blocks. Unknown kinds are left out; whether the rest may stand is the schema's to say. */
export function blocksOf(values: Values): Block[] {
  const count = Number(one(values.count))
  return Array.from({ length: Math.min(Number.isInteger(count) ? count : 0, 60) }, (_, index) => blockOf(values, index)).filter((block): block is Block => block !== null)
}

function blockOf(values: Values, index: number): Block | null {
  const kind = BLOCK_KINDS.find((known) => known === one(values[`b${index}.kind`]))
  if (!kind) return null
  const block: Record<string, unknown> = { kind }
  for (const field of BLOCK_FIELDS[kind]) {
    const text = one(values[`b${index}.${field}`]).trim()
    const [name = '', inner] = field.split('.')
    if (inner) block[name] = { ...(block[name] as object | undefined), [inner]: text }
    else block[name] = field === 'items' ? text.split('\n').map((line) => line.trim()).filter(Boolean) : text
  }
  return block as Block
}

/** 'up:2', 'down:2', 'remove:2', 'add:paragraph': what the pressed button asks for. Anything else changes nothing. */
export function rearranged(blocks: readonly Block[], wish: string): Block[] {
  const [what, where = ''] = wish.split(':')
  const next = [...blocks]
  if (what === 'add') {
    const kind = BLOCK_KINDS.find((known) => known === where)
    return kind ? [...next, { kind, ...Object.fromEntries(BLOCK_FIELDS[kind].map((field) => [field, field === 'items' ? [] : ''])) } as Block] : next
  }
  const at = Number(where)
  const moved = next[at]
  if (!Number.isInteger(at) || !moved) return next
  if (what === 'remove') next.splice(at, 1)
  const to = what === 'up' ? at - 1 : what === 'down' ? at + 1 : at
  if (to !== at && to >= 0 && to < next.length) {
    next.splice(at, 1)
    next.splice(to, 0, moved)
  }
  return next
}
