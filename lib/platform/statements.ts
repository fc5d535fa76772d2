import { createHash } from 'node:crypto'

const MARK = /^\s*\/\* keep:([a-z-]{1,30}) \*\//
const known = new Map<string, string>()
/** Texts are fixed and few; should one ever be made of values, it must not fill the memory. */
const MOST_TEXTS = 200

/**
 * Under row-level security PostgreSQL plans every table's policy again and again: a page about one person takes longer to plan than to answer.
 * A statement that begins with a comment 'keep:name' is prepared under that name, and each connection plans it once. Only for a text that is
 * always the same (all that varies is a parameter): every new text stays with the connection as long as it lives. Whose rows it gives is not
 * kept: a plan made for one role is made again for another, and session and day are asked when it runs.
 */
export function statementName({ sql }: { sql: string }): string {
  const mark = MARK.exec(sql)?.[1]
  if (!mark) return ''
  const found = known.get(sql)
  if (found) return found
  if (known.size >= MOST_TEXTS) known.clear()
  // The text is part of the name: after a changed rule the same page may ask another question.
  const name = `${mark}-${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`
  known.set(sql, name)
  return name
}
