import type { PrismaClient } from '../generated/client'

// 99000007 passes the check digit of CVR numbers and lies outside the range they are given from.
export const MUNICIPALITY = {
  name: 'Demo Kommune',
  cvr: '99000007',
  senderLabel: 'Demo Kommune',
  addressLines: ['Rådhusgården 1', '8900 Randers C'],
  phone: '89 00 00 00',
  email: 'veteran@demo.invalid',
  website: 'https://demo.invalid',
}
export const UNITS = [
  { code: 'veteran', kind: 'VETERANS' as const, nameDa: 'Veteranindsatsen', nameEn: 'Veteran services', phone: '89 00 00 10', caseLimit: 30, email: 'veteran@demo.invalid', place: 'Veteranhuset, Kasernegården 4, 8900 Randers C' },
  { code: 'jobcenter', kind: 'JOBCENTRE' as const, nameDa: 'Jobcentret', nameEn: 'Jobcentre', phone: '89 00 00 20', caseLimit: 10, email: 'job@demo.invalid', place: 'Rådhusgården 3, 8900 Randers C' },
  { code: 'social', kind: 'FAMILY' as const, nameDa: 'Socialafdelingen', nameEn: 'Social services', phone: '89 00 00 30', email: 'social@demo.invalid', place: 'Rådhusgården 1, 8900 Randers C' },
  { code: 'familie', kind: 'FAMILY' as const, nameDa: 'Familierådgivningen', nameEn: 'Family counselling', phone: '89 00 00 40', email: 'familie@demo.invalid', place: 'Rådhusgården 1, 8900 Randers C' },
  { code: 'frivillig', kind: 'VOLUNTEERING' as const, nameDa: 'Frivilligindsatsen', nameEn: 'Volunteering', phone: '89 00 00 50', email: 'frivillig@demo.invalid', place: 'Frivillighuset, Kasernegården 2, 8900 Randers C' },
  { code: 'it', kind: 'ADMINISTRATION' as const, nameDa: 'It og digitalisering', nameEn: 'IT and digitalisation', phone: '89 00 00 60', email: 'it@demo.invalid', place: 'Rådhusgården 1, 8900 Randers C' },
]

/** The parts of the municipality people know by name. */
const AREAS = [
  { code: 'midtby', nameDa: 'Midtbyen', nameEn: 'Town centre', postcodes: ['8900'] },
  { code: 'vest', nameDa: 'Vestbyen', nameEn: 'West', postcodes: ['8920'] },
  { code: 'nordby', nameDa: 'Nordbyen', nameEn: 'North', postcodes: ['8930'] },
  { code: 'sydby', nameDa: 'Sydbyen og Vorup', nameEn: 'South and Vorup', postcodes: ['8940'] },
  { code: 'paderup', nameDa: 'Paderup og Assentoft', nameEn: 'Paderup and Assentoft', postcodes: ['8960'] },
  { code: 'langaa', nameDa: 'Langå', nameEn: 'Langå', postcodes: ['8870'] },
  { code: 'nordkyst', nameDa: 'Nord: Spentrup, Havndal, Fårup og Gjerlev', nameEn: 'North country: Spentrup, Havndal, Fårup and Gjerlev', postcodes: ['8981', '8970', '8990', '8983'] },
].map((area, position) => ({ ...area, position }))

/** The municipality itself and its units. Returns the units' ids by code. */
export async function seedMunicipality(db: PrismaClient): Promise<Record<string, string>> {
  await db.municipality.create({ data: MUNICIPALITY })
  await db.localArea.createMany({ data: AREAS })
  const units = await db.unit.createManyAndReturn({ data: UNITS, select: { id: true, code: true } })
  return Object.fromEntries(units.map((unit) => [unit.code, unit.id]))
}
