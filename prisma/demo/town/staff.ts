import type { Random } from '../random'
import { randomFor } from '../random'
import { VOICES, type Voice } from './voice'

type Unit = 'jobcenter' | 'social' | 'familie'
/** `weight`: how full the caseload is beside the others'. `main`: the method they mostly work with. */
export type Worker = { id: string; email: string; name: string; title: string; unit: Unit; phone: string; voice: Voice; main: string; speaks: readonly string[]; cleared: boolean; weight: number }

const JOB = 'jobcenter', SOCIAL = 'social', FAMILY = 'familie'
type Line = readonly [name: string, title: string, unit: Unit, main: string, speaks?: string]
/** With the two coordinators, the caseworker of the jobcentre and the colleagues of the other units there are forty. */
const LINES: readonly Line[] = [
  ['Birgitte Holm', 'Jobkonsulent', JOB, 'mit-liv'], ['Rasmus Kjeldsen', 'Mentor', JOB, 'mentorforloeb'], ['Fatima El-Sayed', 'Integrationskonsulent', JOB, 'branchepakke', 'arabisk'], ['Morten Thygesen', 'Virksomhedskonsulent', JOB, 'arbejdsfaellesskab'],
  ['Dorte Skov', 'Indsatskonsulent', JOB, 'ny-indsats'], ['Ahmed Osman', 'Integrationskonsulent', JOB, 'branchepakke', 'somali'], ['Line Østergaard', 'Socialrådgiver', JOB, 'gps'], ['Henrik Bach', 'Jobkonsulent', JOB, 'naeste-skridt'],
  ['Camilla Ravnholt', 'Socialrådgiver', JOB, 'mit-liv'], ['Olena Kovalenko', 'Integrationskonsulent', JOB, 'branchepakke', 'ukrainsk, russisk'], ['Søren Balle', 'Mentor', JOB, 'mentorforloeb'], ['Trine Lauridsen', 'Jobkonsulent', JOB, 'naeste-skridt'],
  ['Jakob Winther', 'Ungekonsulent', JOB, 'arbejdsfaellesskab'], ['Anne-Mette Fog', 'Indsatskonsulent', JOB, 'ny-indsats'], ['Sivakumar Rajan', 'Socialrådgiver', JOB, 'gps', 'tamil'], ['Pernille Damgaard', 'Jobkonsulent', JOB, 'naeste-skridt'],
  ['Niels Ole Friis', 'Beskæftigelsesrådgiver', JOB, 'gps'], ['Selma Yıldız', 'Integrationskonsulent', JOB, 'branchepakke', 'tyrkisk'], ['Kasper Juhl', 'Ungekonsulent', JOB, 'arbejdsfaellesskab'], ['Hanne Mølgaard', 'Indsatskonsulent', JOB, 'ny-indsats'],
  ['Mikkel Vestergaard', 'Mentor', JOB, 'mentorforloeb', 'engelsk'], ['Rahel Tesfay', 'Integrationskonsulent', JOB, 'branchepakke', 'tigrinya'], ['Susanne Brink', 'Beskæftigelsesrådgiver', JOB, 'mit-liv'], ['Thomas Overgaard', 'Jobkonsulent', JOB, 'naeste-skridt'],
  ['Bodil Krarup', 'Socialrådgiver', SOCIAL, 'mit-liv'], ['Emil Sønderup', 'Bostøtte', SOCIAL, 'gps'], ['Marwa Haddad', 'Socialrådgiver', SOCIAL, 'mentorforloeb', 'arabisk'], ['Jens Peter Lund', 'Støtte- og kontaktperson', SOCIAL, 'mit-liv'], ['Louise Krogsgaard', 'Socialrådgiver', SOCIAL, 'ny-indsats'],
  ['Malene Toft', 'Familierådgiver', FAMILY, 'koordinatorgruppe'], ['Reza Ahmadi', 'Familiekonsulent', FAMILY, 'koordinatorgruppe', 'dari, farsi'], ['Gitte Nørskov', 'Familierådgiver', FAMILY, 'koordinatorgruppe'], ['Ditte Lykke', 'Familierådgiver', FAMILY, 'koordinatorgruppe'], ['Ivana Marković', 'Familiekonsulent', FAMILY, 'koordinatorgruppe', 'bosnisk'],
]
const CODES: Record<string, string> = { arabisk: 'ar', somali: 'so', ukrainsk: 'uk', tyrkisk: 'tr', engelsk: 'en', tigrinya: 'ti', farsi: 'fa', dari: 'fa', polsk: 'pl', bosnisk: 'bs', tysk: 'de' }
/** What somebody speaks as a user says it: the language of their title well, and everybody Danish; those of languages nobody is asked about say nothing more. */
export const languagesOf = (speaks: readonly string[]): string[] => [speaks.some((word) => word !== 'engelsk') ? 'da-good' : 'da-native', ...new Set(speaks.flatMap((word) => (CODES[word] ? [`${CODES[word]}-${word === 'engelsk' ? 'good' : 'native'}`] : [])))]
/** Head of the jobcentre, of social services and of family counselling. */
export const HEADS = [['Kirsten Aagaard', 'Jobcenterchef', JOB], ['Ole Rindom', 'Afdelingsleder', SOCIAL], ['Tanja Bisgaard', 'Afdelingsleder', FAMILY]] as const

const plain = (text: string) => text.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').replaceAll('ı', 'i').normalize('NFD').replace(/[^a-z ]/g, '').trim().replaceAll(' ', '.')
export const emailOf = (name: string) => `${plain(name)}@demo.invalid`

export function makeWorkers(): Worker[] {
  const draw: Random = randomFor('town staff')
  return LINES.map(([name, job, unit, main, speaks], at) => ({
    id: draw.uuid(), email: emailOf(name), name, title: speaks ? `${job} (taler ${speaks})` : job, unit, phone: `89 00 01 ${String(at + 1).padStart(2, '0')}`, voice: VOICES[at % VOICES.length]!, main, speaks: speaks?.split(', ') ?? [],
    // Somebody in each unit is let in to what is protected, and writes those letters.
    cleared: at % 7 === 0 || at === 24 || at === 29, weight: 0.75 + 0.5 * draw.next(),
  }))
}
