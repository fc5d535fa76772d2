import { DEFAULT_TEMPLATES } from '@/lib/messaging/letters/default-templates'
import type { LetterOffer } from '@/lib/messaging/letters/template'
import type { RunContent, RunText } from '@/lib/outreach/runs/content/content'
import { MUNICIPALITY, UNITS } from './municipality'
import { OFFERS } from './offers'
import { PARTNERS } from './partners'
import { STAFF } from './users'

/** What every letter of the demo said: the municipality, the coordinator and the offers, as a run pins them when it is reviewed. */
export function letterContent(): RunContent {
  const unit = UNITS.find((one) => one.code === 'veteran')!
  const email = 'koordinator@demo.invalid'
  const coordinator = STAFF[email]!
  return {
    sender: {
      municipality: MUNICIPALITY.name, unit: unit.nameDa, lines: MUNICIPALITY.addressLines, phone: unit.phone, email: unit.email, website: MUNICIPALITY.website, colour: '#004D99',
    },
    cvr: MUNICIPALITY.cvr,
    senderLabel: MUNICIPALITY.senderLabel,
    coordinator: { name: coordinator.name, title: coordinator.title, phone: coordinator.phone, email },
    offers: { da: offersIn('da'), en: offersIn('en') },
    event: null,
  }
}

export function textOf(code: string, language: string, versionId: string): RunText {
  const template = DEFAULT_TEMPLATES.find((one) => one.id === code && one.language === language)
  if (!template) throw new Error(`No letter ${code} in ${language}`)
  return { kind: code === 'first-letter' ? 'first' : 'yearly', language, versionId, template }
}

function offersIn(language: 'da' | 'en'): LetterOffer[] {
  return OFFERS.filter((offer) => offer.inLetter).map((offer) => ({
    name: language === 'da' ? offer.titleDa : offer.titleEn,
    provider: PARTNERS.find((partner) => partner.code === offer.partner)?.name ?? '',
    description: language === 'da' ? offer.summaryDa : offer.summaryEn,
    contact: offer.contact,
  }))
}
