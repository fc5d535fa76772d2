import { type Day, partsOf } from '@/lib/platform/day'
import type { Random } from '../random'
import type { Need, Trade } from './words/strand'

/** What is true of one citizen, and stays true from the first entry to the last. Filled into the words by name: {sted}, {makker}, {barn}. */
export type Facts = { words: Record<string, string>; has: ReadonlySet<Need> }
export type Who = { sex: 'M' | 'F'; firstName: string; age: number; abroad: { town: string } | null }

const list = (text: string) => text.split(', ')
const MEN = list('Leif, Bent, Jens, Kim, Ali, Steen, Palle, Torben, Rasmus, Henrik, Jimmy, Carsten, Bo, Flemming')
const WOMEN = list('Lone, Gitte, Amina, Hanne, Jytte, Marianne, Sanne, Tina, Birthe, Rikke, Vibeke, Dorthe, Lis, Pia')
const GIRLS = list('Freja, Alma, Selma, Ida, Liva, Sofia, Ella, Nour, Maja, Vigga')
const BOYS = list('Noah, Elliot, Karl, Adam, Malik, Oscar, Vitus, Anton, Yusuf, Storm')
const SORE = list('ryggen, skulderen, hoften, nakken, hånden, foden')
const PASTIMES = list('Medborgerhuset, skakklubben, værestedet, krolfbanen, Repaircaféen, nyttehaverne, fiskeklubben, svømmehallen, idrætscaféen, Mandecaféen')
const STREETS = list('Rosengade, Mariagervej, Vestergade, Rismøllegade, Hadsundvej, Nyvej, Brødregade, Enghøj')
const TOWNS = list('Aalborg, Viborg, Hobro, Grenaa, Esbjerg, Thisted, Silkeborg, Odense')
const HOMES = list('Tirsdalen, Dragonparken, Lindevænget, Spentrup Plejecenter')

export function factsOf(draw: Random, { sex, age, abroad }: Who, trade: Trade): Facts {
  const [girl, town] = [draw.chance(0.5), draw.pick(TOWNS)]
  const [kids, partner] = [age > 24 && draw.chance(0.5), age > 21 && draw.chance(0.42)]
  const married = draw.chance(0.6)
  const spouse = !partner ? draw.pick(['søsteren', 'broren']) : married ? (sex === 'M' ? 'hustruen' : 'manden') : 'kæresten'
  const names = draw.shuffled([...MEN, ...WOMEN])
  const has = new Set<Need>([...(kids ? (['kids'] as const) : []), ...(partner ? (['partner'] as const) : []), ...(abroad ? (['abroad'] as const) : []), ...(age < 30 ? (['young'] as const) : []), ...(!abroad && draw.chance(0.35) ? (['drinks'] as const) : [])])
  return {
    has,
    words: {
      ...(sex === 'M' ? { han: 'han', ham: 'ham', hans: 'hans' } : { han: 'hun', ham: 'hende', hans: 'hendes' }),
      barn: draw.pick(girl ? GIRLS : BOYS), barnet: girl ? 'datteren' : 'sønnen', kone: spouse, mor: draw.weighted([['moren', 3], ['faren', 1]]), ven: names[0]!,
      chef: names[1]!, makker: names[2]!, mentor: names[3]!, sted: draw.pick(trade.places), drøm: trade.dream, ømt: draw.pick(SORE), fritid: draw.pick(PASTIMES), gade: draw.pick(STREETS),
      flytteby: town, by: abroad?.town ?? draw.pick(TOWNS.filter((one) => one !== town)), plejehjem: draw.pick(HOMES), beløb: String(draw.between(4, 12) * 50),
    },
  }
}

const weekday = new Intl.DateTimeFormat('da-DK', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const inWords = new Map<Day, string>()
/** "torsdag den 4. december" */
export function dayInWords(day: Day): string {
  const known = inWords.get(day)
  if (known) return known
  const { year, month, dayOfMonth } = partsOf(day)
  const words = weekday.format(new Date(Date.UTC(year, month - 1, dayOfMonth)))
  inWords.set(day, words)
  return words
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The words with what is true of this citizen in them. `next`: when they meet again; a word that nobody knows throws. */
export function fill(text: string, { words }: Facts, next: Day | null): string {
  return text.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const lower = name.charAt(0).toLowerCase() + name.slice(1)
    const value = lower === 'næste' ? (next ? dayInWords(next) : 'næste gang') : words[lower]
    if (value === undefined) throw new Error(`Nobody knows {${name}}: ${text}`)
    return name === lower ? value : capital(value)
  })
}
