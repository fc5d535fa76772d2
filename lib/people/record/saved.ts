import 'server-only'
import { getTranslations } from 'next-intl/server'
import { flash } from '@/lib/platform/flash'

/** Back to the person's data with a word that it is saved; without a person (out of sight from now on) to the search. */
export async function saved(personId?: string, key = 'saved'): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('people'))(`flash.${personId ? key : 'savedHidden'}`))
  return { redirectTo: personId ? `/people/${personId}/data` : '/people' }
}
