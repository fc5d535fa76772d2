import { getTranslations } from 'next-intl/server'
import { audiences, needs } from '@/lib/portal/offers/rules'
import type { OfferTexts } from './offer-form'

const names = ['titleDa', 'titleEn', 'summaryDa', 'summaryEn', 'summaryHelp', 'audience', 'needs', 'partner', 'noPartner', 'contact', 'url', 'inLetter', 'from', 'fromHelp', 'to', 'submit'] as const

/** Labels and choices of the offer form, ready to show. */
export async function offerFormTexts(partners: { value: string; label: string }[]) {
  const t = await getTranslations('portal')
  const texts = Object.fromEntries(names.map((name) => [name, t(`form.${name}`)])) as OfferTexts
  return { texts, choices: { partners, audiences: audiences.map((value) => ({ value, label: t(`audience.${value}`) })), needs: needs.map((value) => ({ value, label: t(`need.${value}`) })) } }
}
