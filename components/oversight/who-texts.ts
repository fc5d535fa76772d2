import { getTranslations } from 'next-intl/server'
import type { WhoTexts } from './who-fields'

export async function whoTexts(): Promise<WhoTexts> {
  const t = await getTranslations('oversight.find')
  return { cpr: t('cpr'), cprHelp: t('cprHelp'), or: t('or'), name: t('name'), born: t('born') }
}
