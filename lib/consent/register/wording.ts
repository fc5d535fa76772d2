import 'server-only'
import { getTranslations } from 'next-intl/server'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import type { FieldSet, Purpose } from './rules'

export type Told = { fields: readonly FieldSet[]; purpose: Purpose; expiresOn: Day; heardIn: 'da' | 'en' }

/** The sentence the person hears and says yes to: to whom, what in the words of the field sets, for what, and until when. */
export async function consentWording({ fields, purpose, expiresOn, heardIn }: Told, recipient: string): Promise<string> {
  const t = await getTranslations({ locale: heardIn, namespace: 'consent' })
  const list = new Intl.ListFormat(heardIn === 'da' ? 'da' : 'en-GB').format([t('told.name'), ...fields.map((one) => t(`told.${one}`))])
  return t('wording', { recipient, list, purpose: t(`told.for.${purpose}`), until: formatDay(expiresOn, heardIn) })
}
