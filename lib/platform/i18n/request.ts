import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isProduction } from '../env'
import { localeCookie } from './cookie'
import { locales, type Locale } from './locales'



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

/** Danish unless the visitor chose English. Never from the browser's settings: a shared office PC speaks one language. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value
  const locale: Locale = locales.find((l) => l === chosen) ?? 'da'
  return { locale, messages: messagesOf(locale), timeZone: 'Europe/Copenhagen' }
})
