import { readdirSync, readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'

const messages = Object.fromEntries(readdirSync('messages/da').map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(`messages/da/${file}`, 'utf8'))]))

/** Danish texts from the real catalogue, without a request. */
export async function getTranslations(namespace?: string) {
  return createTranslator({ locale: 'da', messages, namespace, timeZone: 'Europe/Copenhagen' } as never)
}

export async function getLocale() {
  return 'da'
}
