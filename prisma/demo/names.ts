import { type Day, partsOf } from '@/lib/platform/day'
import type { Random } from './random'

export type Sex = 'M' | 'F'

const words = (text: string) => text.split(' ')

/** First names by the decade they were common in: a veteran of Cyprus is not called Noah. */
const MALE: ReadonlyArray<readonly [until: number, names: string[]]> = [
  [1955, words('Jørgen Poul Erik Hans Niels Svend Kaj Knud Bent Ove Finn Leif Børge Villy Preben Arne Gunnar Aage Ejvind Tage')],
  [1965, words('Jens Peter Ole Per Flemming John Henning Steen Kurt Torben Bjarne Carsten Ib Jan Allan Kjeld Karsten Mogens Erling Freddy')],
  [1975, words('Michael Lars Henrik Thomas Søren Brian Claus Kim Jesper Morten Anders Bo Frank Johnny René Dennis Tommy Ulrik Torsten Gert')],
  [1985, words('Martin Rasmus Jakob Kasper Christian Mads Jeppe Nikolaj Daniel Simon Ronni Casper Kenneth Jimmy Stefan Troels Esben Kristian Dan Palle')],
  [1995, words('Mathias Mikkel Frederik Emil Andreas Nicklas Jonas Tobias Oliver Patrick Alexander Sebastian Jonathan Lasse Benjamin Magnus Anton Silas Rune Bjørn')],
  [2100, words('Noah Lucas William Victor Oscar Malthe Valdemar August Elias Carl Storm Villads Marius Birk Albert Nohr')],
]
const FEMALE: typeof MALE = [
  [1955, words('Inge Kirsten Birthe Jytte Grethe Ruth Lis Else Karen Bodil Tove Gerda Vibeke Aase Inger Ellen Ketty Ingrid')],
  [1965, words('Hanne Lone Susanne Jette Annette Anne-Marie Bente Marianne Dorthe Ulla Helle Conny Lisbeth Gitte Mona Birgit Vivi Elsebeth')],
  [1975, words('Mette Charlotte Tina Pia Heidi Rikke Pernille Anne Lene Trine Dorte Gitte Anita Betina Malene Bettina Winnie Karina')],
  [1985, words('Louise Camilla Maria Line Stine Katrine Signe Sanne Maja Ditte Christina Tanja Lotte Nanna Majbrit Berit Kamilla Simone')],
  [1995, words('Sofie Emma Julie Ida Cecilie Amalie Freja Mathilde Laura Caroline Sarah Nikoline Josefine Astrid Rebecca Anna Karoline Tilde')],
  [2100, words('Alma Agnes Clara Ella Karla Liva Nora Olivia Luna Filippa Asta Vigga Ellie Merle Saga')],
]

const COMMON = words('Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen')
const LESS_COMMON = words(
  'Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Jacobsen Mikkelsen Olesen Frederiksen Laursen Henriksen Lund Holm Schmidt Eriksen Kristiansen ' +
    'Simonsen Clausen Svendsen Andreasen Iversen Østergaard Jeppesen Vestergaard Nissen Lauridsen Kjær Jespersen Mogensen Nørgaard Jepsen Frandsen Søndergaard ' +
    'Jessen Carlsen Bertelsen Christoffersen Bruun Bach Dahl Friis Skov Toft Lassen Bech Winther Kruse Dam Thorsen Krogh Bjerregaard Brandt Ravn Villadsen ' +
    'Steffensen Ibsen Davidsen Juhl Toftegaard Gregersen Overgaard Lorenzen Hald Damgaard Berg Hermansen Marcussen Bang Ottosen Thygesen Kofoed Gade Aagaard ' +
    'Bak Bendtsen Bisgaard Bjerre Bonde Brix Buch Bundgaard Buus Bødker Dalgaard Due Ebbesen Enevoldsen Fischer Foged Gravesen Grøn Hald Haugaard Hedegaard ' +
    'Hein Hjort Hougaard Husum Hvid Hyldgaard Højgaard Højlund Ipsen Kaae Kirkegaard Klausen Koch Kragh Kvist Kær Langballe Leth Lindegaard Lindholm Lyng Markussen ' +
    'Munch Munk Mølgaard Navntoft Nygaard Odgaard Paludan Pallesen Primdahl Raun Rindom Riis Ringgaard Rohde Sand Secher Siig Skaarup Skytte Smed Stampe Staun ' +
    'Stenholt Storgaard Stougaard Svane Sønderby Tang Terkelsen Therkildsen Trads Troelsen Uldall Ulrich Vang Vester Vinther Voldgaard Warming Wind Worm Ørum Østerby Aaby Årup',
)
const MIDDLE = words('Bach Kjær Lund Holm Dam Skov Dahl Friis Krogh Toft Bruun Winther Ravn Gade Bisgaard Riis Munk Leth Hald Vang')
const ABROAD: Record<Sex, ReadonlyArray<readonly [string, string]>> = {
  M: [['James', 'Whitfield'], ['Adnan', 'Hodžić'], ['Marek', 'Nowak'], ['Arben', 'Krasniqi'], ['David', 'McAllister'], ['Emir', 'Begović'], ['Farid', 'Ahmadi']],
  F: [['Ewa', 'Kowalska'], ['Sarah', 'Doyle'], ['Jasmina', 'Halilović'], ['Monika', 'Schäfer']],
}

export function firstName(random: Random, sex: Sex, birth: Day): string {
  const list = sex === 'M' ? MALE : FEMALE
  const at = list.findIndex(([until]) => partsOf(birth).year < until)
  // Some are named after a parent, some ahead of their time.
  const shift = random.weighted([[0, 8], [-1, 1], [1, 1]])
  const [, names] = list[Math.min(list.length - 1, Math.max(0, at + shift))]!
  const second = random.chance(0.06) ? ` ${random.pick(names)}` : ''
  const first = random.pick(names)
  return second.trim() === first ? first : first + second
}

export function lastName(random: Random): string {
  const last = random.chance(0.52) ? random.pick(COMMON) : random.pick(LESS_COMMON)
  const middle = random.chance(0.24) ? random.pick(MIDDLE) : null
  return middle && middle !== last ? `${middle} ${last}` : last
}

/** The last word of a name as it stands in an e-mail address. */
export const mailName = (text: string): string => text.toLowerCase().split(' ').at(-1)!.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').normalize('NFD').replace(/[^a-z]/g, '')

/** Somebody who served with Denmark and grew up elsewhere. */
export function nameFromAbroad(random: Random, sex: Sex): readonly [string, string] {
  return random.pick(ABROAD[sex])
}
