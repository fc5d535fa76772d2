import type { Random } from './random'

export type Place = { street: string; number: string; floor: string | null; door: string | null; postcode: string; town: string }

type Area = { postcode: string; town: string; weight: number; flats: number; streets: string[] }

const list = (text: string) => text.split(', ')

/** Postal districts around Randers with ordinary street names; weight by size, flats as a share of the addresses. */
const AREAS: readonly Area[] = [
  { postcode: '8900', town: 'Randers C', weight: 24, flats: 0.7, streets: list('Vestergade, Østergade, Nørregade, Søndergade, Brødregade, Houmeden, Slotsgade, Dytmærsken, Provstegade, Middelgade, Tørvebryggen, Jernbanegade, Burschesgade, Nyvej, Rosengade') },
  { postcode: '8920', town: 'Randers NV', weight: 15, flats: 0.4, streets: list('Hobrovej, Viborgvej, Gl. Hobrovej, Ydervangen, Fuglsøvej, Vestervold, Mariagervej, Glarbjergvej, Himmelbovej, Rismøllegade') },
  { postcode: '8930', town: 'Randers NØ', weight: 16, flats: 0.4, streets: list('Udbyhøjvej, Dronningborg Boulevard, Hadsundvej, Gl. Hadsundvej, Tjærbyvej, Rismøllevej, Hermann Stillings Vej, Enghøj, Bredstrupgade, Vangdalsvej') },
  { postcode: '8940', town: 'Randers SV', weight: 13, flats: 0.3, streets: list('Århusvej, Grenåvej, Gimmingvej, Vorup Boulevard, Kristrupvej, Vorupvej, Bøsbrovej, Ladegårdsvej, Nyholmsvej, Haraldsvej') },
  { postcode: '8960', town: 'Randers SØ', weight: 14, flats: 0.3, streets: list('Clausholmvej, Romalt Boulevard, Paderup Boulevard, Virringvej, Kristrup Engvej, Grenåvej, Assentoft Stationsvej, Bygaden, Ammelhedevej, Skelvangsvej') },
  { postcode: '8870', town: 'Langå', weight: 7, flats: 0.15, streets: list('Bredgade, Skovalleen, Stationsvej, Væthvej, Bakkevænget, Torupvej, Skolevej') },
  { postcode: '8981', town: 'Spentrup', weight: 5, flats: 0.1, streets: list('Stationsvej, Mariagervej, Bakkevej, Hovedgaden, Præstegårdsvej, Vasevej') },
  { postcode: '8970', town: 'Havndal', weight: 3, flats: 0.05, streets: list('Hovedgaden, Udbyhøjvej, Hagegårdsvej, Søvej, Dalsgårdsvej') },
  { postcode: '8990', town: 'Fårup', weight: 2, flats: 0.05, streets: list('Østergade, Vestergade, Purhusvej, Kærbyvej, Læsten Bakker') },
  { postcode: '8983', town: 'Gjerlev J', weight: 2, flats: 0.05, streets: list('Søndergade, Kastbjergvej, Øster Tørslevvej, Nørregade') },
]
/** Where people go when they move away, and come from when they move in. */
const ELSEWHERE: readonly Place[] = [
  { street: 'Skanderborgvej', number: '114', floor: '2', door: 'th', postcode: '8260', town: 'Viby J' },
  { street: 'Sct. Mathias Gade', number: '41', floor: null, door: null, postcode: '8800', town: 'Viborg' },
  { street: 'Hadsundvej', number: '88', floor: '1', door: 'tv', postcode: '9000', town: 'Aalborg' },
  { street: 'Adelgade', number: '17', floor: null, door: null, postcode: '9500', town: 'Hobro' },
  { street: 'Storegade', number: '63', floor: null, door: null, postcode: '8500', town: 'Grenaa' },
  { street: 'Tagensvej', number: '205', floor: '4', door: 'mf', postcode: '2400', town: 'København NV' },
]

export function placeIn(random: Random): Place {
  const area = random.weighted(AREAS.map((one) => [one, one.weight] as const))
  const flat = random.chance(area.flats)
  const number = `${random.between(1, flat ? 60 : 140)}${random.chance(0.14) ? random.pick(['A', 'B', 'C']) : ''}`
  return {
    street: random.pick(area.streets),
    number,
    floor: flat ? random.pick(['st', '1', '1', '2', '2', '3', '4']) : null,
    door: flat ? random.pick(['tv', 'th', 'tv', 'th', 'mf']) : null,
    postcode: area.postcode,
    town: area.town,
  }
}

export function placeElsewhere(random: Random): Place {
  return random.pick(ELSEWHERE)
}
