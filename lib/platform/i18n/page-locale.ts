import 'server-only'
import { getLocale } from 'next-intl/server'

/** The language of this request as the two the product has, for columns that hold both. */
export async function pageLocale(): Promise<'da' | 'en'> {
  return (await getLocale()) === 'en' ? 'en' : 'da'
}
