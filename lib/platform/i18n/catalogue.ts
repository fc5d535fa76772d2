import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'next-intl'
import { isProduction } from '../env'
import type { Locale } from './locales'

// One file per context; the file name is the namespace. Read once per process in production.
const loaded = new Map<Locale, Record<string, unknown>>()

export function messagesOf(locale: Locale): Record<string, unknown> {
  const known = loaded.get(locale)
  if (known && isProduction()) return known
  const folder = join(process.cwd(), 'messages', locale)
  const messages = Object.fromEntries(readdirSync(folder).filter((f) => f.endsWith('.json')).map((f) => [f.replace('.json', ''), JSON.parse(readFileSync(join(folder, f), 'utf8'))]))
  loaded.set(locale, messages)
  return messages
}

type Values = Record<string, string | number>

/** Texts without a request: for jobs, and for what is written in the receiver's language and not the sender's. */
export function translatorFor(locale: Locale, namespace: string): (key: string, values?: Values) => string {
  return createTranslator({ locale, messages: messagesOf(locale), namespace, timeZone: 'Europe/Copenhagen' } as never) as unknown as (key: string, values?: Values) => string
}
