import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { messagesOf } from './catalogue'
import { localeCookie } from './cookie'
import { locales, type Locale } from './locales'


/** Danish unless the visitor chose English. Never from the browser's settings: a shared office PC speaks one language. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value
  const locale: Locale = locales.find((l) => l === chosen) ?? 'da'
  return { locale, messages: messagesOf(locale), timeZone: 'Europe/Copenhagen' }
})
