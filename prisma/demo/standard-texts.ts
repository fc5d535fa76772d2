import type { PrismaClient } from '../generated/client'
import type { DemoStaff } from './users'

/** A few of the unit's and one of somebody's own, as they look after half a year. */
export async function loadStandardTexts(db: PrismaClient, staff: DemoStaff): Promise<void> {
  const units = new Map((await db.user.findMany({ where: { id: { in: [staff.coordinator, staff.caseworker] } }, select: { id: true, unitId: true } })).map(({ id, unitId }) => [id, unitId]))
  const ofUnit = (userId: string, texts: [string, string][]) => texts.map(([name, text]) => ({ unitId: units.get(userId), createdBy: userId, name, text }))
  await db.standardText.createMany({ data: [
    ...ofUnit(staff.coordinator, [
      ['Første samtale', 'Fortalt om veteranindsatsen, om samtykke og om, at man altid kan trække det tilbage.\nSpurgt til: søvn, arbejde, familie, økonomi, og hvem der ellers hjælper.\nAftalt: '],
      ['Tilbud om Veterancentret', 'Fortalt om Veterancentrets rådgivere og psykologer. Vil selv ringe / vil gerne have, at jeg ringer: '],
      ['Ikke truffet', 'Ringede uden svar. Lagde ingen besked på svareren.'],
    ]),
    ...ofUnit(staff.caseworker, [['Opfølgning på praktik', 'Talt med borgeren om praktikken: fremmøde, opgaver, kolleger og hvad der er svært.\nNæste samtale på arbejdspladsen: '], ['Sygemelding', 'Borgeren er sygemeldt fra … til … og har fået at vide, hvad det betyder for aftalen.']]),
    { userId: staff.caseworker, createdBy: staff.caseworker, name: 'Mine tre spørgsmål', text: 'Hvad er gået godt siden sidst? Hvad har været svært? Hvad skal der ske inden næste gang?' },
  ].filter((row) => 'userId' in row || row.unitId) })
}
