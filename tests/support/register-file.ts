import writeExcelFile from 'write-excel-file/node'
import { writeCsv } from '@/lib/imports/files/formula-text'
import { type Random, randomFrom } from './random'

export const REGISTER_COLUMNS = [
  'Register-id', 'CPR-nr.', 'Fornavn', 'Efternavn', 'Fødselsdato', 'Vej og nr.', 'Etage', 'Dør', 'Postnr.', 'By', 'C/o', 'Telefon', 'E-mail',
  'Adressebeskyttelse', 'Digital post', 'Mission', 'Land', 'Udsendt fra', 'Udsendt til', 'Værn',
] as const

const GIVEN = ['Søren', 'Anne', 'Jens', 'Mette', 'Øjvind', 'Åse', 'Lars Peter', 'Kirsten', 'Bjørn', 'Camilla', 'Henrik', 'Ditte Marie', 'Thomas', 'Line', 'Mikkel', 'Trine', 'Jørgen', 'Birgit', 'Rasmus', 'Zainab']
const FAMILY = ['Nielsen', 'Jensen', 'Møller', 'Kjær', 'Østergaard', 'Bach Andersen', 'Sørensen', 'Holm', 'Aagaard', 'Bæk', 'Thomsen', 'von Bülow', 'Dam-Hansen', 'Ørsted', 'Lund', 'Krogh', 'Toft', 'Vestergård', 'Skov', 'Friis']
const STREETS = ['Vestergade', 'Søndergade', 'Ægirsvej', 'Østre Boulevard', 'Ålykkevej', 'Markedsgade', 'Hobrovej', 'Skolebakken', 'Kirkegårdsvej', 'Mariagervej']
const TOWNS = [['8900', 'Randers C'], ['8920', 'Randers NV'], ['8930', 'Randers NØ'], ['8940', 'Randers SV'], ['8960', 'Randers SØ'], ['8870', 'Langå'], ['8970', 'Havndal'], ['8981', 'Spentrup']] as const
const MISSIONS = [['UNPROFOR', 'Bosnien', 1992], ['IFOR', 'Bosnien', 1996], ['KFOR', 'Kosovo', 1999], ['ISAF', 'Afghanistan', 2002], ['DANCON/IRAK', 'Irak', 2003], ['UNIFIL', 'Libanon', 2009], ['OCEAN SHIELD', 'Adenbugten', 2010], ['MINUSMA', 'Mali', 2014], ['OIR', 'Irak', 2015], ['eFP', 'Estland', 2018]] as const
const SERVICES = ['Hæren', 'Hæren', 'Hæren', 'Søværnet', 'Flyvevåbnet', 'Politi', 'Sundhed', 'Beredskab']

export type RegisterFile = { name: string; bytes: Buffer; columns: string[]; rows: string[][] }
export type RegisterFormat = 'csv-utf8' | 'csv-windows-1252' | 'xlsx'

/**
 * A register file as a municipality has them, always the same for the same seed. Every CPR number is a replacement number (day of birth
 * + 60), which no living person has. One row per person; no two rows share a key.
 */
export async function makeRegisterFile(options: { rows: number; seed: number; format: RegisterFormat }): Promise<RegisterFile> {
  const random = randomFrom(options.seed)
  const taken = new Set<string>()
  const rows = Array.from({ length: options.rows }, (_, index) => registerRow(random, index, taken))
  const table = [[...REGISTER_COLUMNS], ...rows]
  const name = `veteranregister-${options.seed}.${options.format === 'xlsx' ? 'xlsx' : 'csv'}`
  return { name, columns: [...REGISTER_COLUMNS], rows, bytes: await encode(table, options.format) }
}

async function encode(table: string[][], format: RegisterFormat): Promise<Buffer> {
  if (format === 'xlsx') return (await writeExcelFile(table.map((row) => row.map((value) => value || null)))).toBuffer()
  const csv = writeCsv(table)
  return format === 'csv-utf8' ? Buffer.from(csv, 'utf8') : Buffer.from(csv.replace('\ufeff', ''), 'latin1')
}

export function registerRow(random: Random, index: number, taken = new Set<string>()): string[] {
  const birth = { day: 1 + random.int(28), month: 1 + random.int(12), year: 1950 + random.int(50) }
  const given = random.pick(GIVEN)
  const family = random.pick(FAMILY)
  const [postcode, town] = random.pick(TOWNS)
  const flat = random.chance(0.4)
  const [mission, country, firstYear] = random.pick(MISSIONS)
  const from = { day: 1 + random.int(28), month: 1 + random.int(12), year: Math.max(firstYear + random.int(4), birth.year + 19) }
  return [
    `R${String(100_000 + index)}`,
    cprOf(birth, index, taken),
    given,
    family,
    dateText(birth),
    `${random.pick(STREETS)} ${1 + random.int(180)}${random.chance(0.1) ? 'B' : ''}`,
    flat ? random.pick(['st', '1', '2', '3']) : '',
    flat ? random.pick(['tv', 'th', 'mf']) : '',
    postcode,
    town,
    random.chance(0.03) ? `${random.pick(GIVEN)} ${random.pick(FAMILY)}` : '',
    random.chance(0.8) ? `${random.pick(['20', '21', '30', '40', '51', '60'])} ${pair(random)} ${pair(random)} ${pair(random)}` : '',
    random.chance(0.6) ? `veteran${index}@example.dk` : '',
    random.chance(0.02) ? 'ja' : 'nej',
    random.chance(0.9) ? 'tilmeldt' : 'fritaget',
    mission,
    country,
    dateText(from),
    dateText({ ...from, year: from.year + 1 }),
    random.pick(SERVICES),
  ]
}

/** A number nobody in the file has yet. A seventh digit of 0–3 puts the birth in the 1900s. */
function cprOf(birth: { day: number; month: number; year: number }, index: number, taken: Set<string>): string {
  const date = `${two(birth.day + 60)}${two(birth.month)}${two(birth.year % 100)}`
  let serial = 1 + ((index * 7) % 3999)
  while (taken.has(`${date}-${serial}`)) serial = 1 + (serial % 3999)
  taken.add(`${date}-${serial}`)
  return `${date}-${String(serial).padStart(4, '0')}`
}

function dateText(date: { day: number; month: number; year: number }): string {
  return `${two(date.day)}-${two(date.month)}-${date.year}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function pair(random: Random): string {
  return two(10 + random.int(90))
}
