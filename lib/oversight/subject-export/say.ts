import 'server-only'
import { messagesOf, translatorFor } from '@/lib/platform/i18n/catalogue'
import type { Say } from './document'

/** The texts of the file in the person's language, which need not be the reader's. */
export function sayIn(locale: 'da' | 'en'): Say {
  const say = translatorFor(locale, 'oversight.subject')
  const texts = (messagesOf(locale).oversight as Record<string, unknown>).subject
  const has = (key: string) => typeof key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts) === 'string'
  return Object.assign((key: string, values?: Record<string, string | number>) => say(key, values), { has })
}
