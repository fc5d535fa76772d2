import { readdirSync, readFileSync } from 'node:fs'

const messages = Object.fromEntries(readdirSync('messages/da').map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(`messages/da/${file}`, 'utf8'))])) as Record<string, unknown>
const textAt = (key: string) => key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], messages)

/** Danish texts as they stand in the catalogue, without their values: which sentence was said is all that is asked. */
export async function getTranslations(namespace?: string) {
  const full = (key: string) => (namespace ? `${namespace}.${key}` : key)
  const t = (key: string) => String(textAt(full(key)) ?? key)
  return Object.assign(t, { has: (key: string) => textAt(full(key)) !== undefined, rich: t, raw: t, markup: t })
}
export const getLocale = async () => 'da'
