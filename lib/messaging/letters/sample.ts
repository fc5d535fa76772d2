import { momentAt, toDay } from '@/lib/platform/day'
import type { LetterData, LetterOffer } from './template'

/** A made-up letter's data: what the preview of a template shows before any run exists, and what tests start from. */
export function sampleLetterData(changes: Partial<LetterData> = {}): LetterData {
  const day = toDay('2026-09-01')
  return {
    letterId: '5f0c2b1e-6f0d-4b7e-9a54-3c8f1d2e7a90',
    channel: 'paper',
    date: day,
    largePrint: false,
    recipient: { personId: 'sample-person', firstName: 'Søren', fullName: 'Søren Ågård Næsby', addressProtected: false },
    address: { personId: 'sample-person', lines: ['Østergrave 14, 2. th.', '8900 Randers C'] },
    sender: {
      municipality: 'Eksempel Kommune',
      unit: 'Veteranindsatsen',
      lines: ['Rådhustorvet 4', '8900 Randers C'],
      phone: '89 15 15 15',
      email: 'veteran@eksempel.example',
      website: 'eksempel.example/veteran',
      colour: '#004d99',
    },
    coordinator: {
      name: 'Kirsten Holm',
      title: 'Veterankoordinator',
      phone: '89 15 15 16',
      email: 'kirsten.holm@eksempel.example',
      hours: 'mandag–torsdag 9–15, fredag 9–12',
    },
    reply: { link: 'https://indgang.eksempel.example/svar/K7QM-2XVD-94HT', code: 'K7QM-2XVD-94HT', by: toDay('2026-08-20') },
    talk: null,
    event: { startsAt: momentAt(toDay('2026-09-05'), 14), endsAt: momentAt(toDay('2026-09-05'), 16), place: 'Rådhuset, Laksetorvet 1' },
    offers: sampleOffers(4),
    ...changes,
  }
}

const OFFERS: LetterOffer[] = [
  { name: 'Veterancaféen', provider: 'frivillige', description: 'Kaffe og kammeratskab hver torsdag aften. Kom, når det passer dig.' },
  { name: 'Samtale om job og uddannelse', provider: 'jobcentret', description: 'Hjælp til at oversætte det, du kan fra forsvaret, til et civilt CV.' },
  { name: 'Netværk for pårørende', provider: 'kommunen', description: 'En gruppe, der mødes hver måned og deler glæder og udfordringer.' },
  { name: 'Ud i naturen', provider: 'friluftsforeninger', description: 'Ture og aktiviteter for veteraner og deres familier hele året.' },
]

/** As many made-up offers as asked for. */
export function sampleOffers(count: number): LetterOffer[] {
  return Array.from({ length: count }, (_, index) => {
    const offer = OFFERS[index % OFFERS.length]!
    return index < OFFERS.length ? offer : { ...offer, name: `${offer.name} ${Math.floor(index / OFFERS.length) + 1}` }
  })
}
