import { addMonths, type Day, dayToDb } from '@/lib/platform/day'
import { writtenAt } from '../moments'
import type { PrismaClient } from '../../generated/client'
import { randomFor } from '../random'

type Place = { name: string; volunteers: string; staff: string; together: string; agreedWith: string; before?: string }
const PLACES: readonly Place[] = [
  { name: 'Plejecenter Kollektivhuset', volunteers: 'Læser højt, synger og går ture med beboerne.\nHolder fredagscaféen åben kl. 14–16.\nFølger med til koncerter og i kirke.', staff: 'Personlig pleje, medicin og forflytning: aldrig de frivillige.\nSiger altid til, når en beboer ikke er oplagt.\nHar en fast kontaktperson på hver vagt.', together: 'Frivillige melder sig på vagtværelset, når de kommer og går.\nAlle frivillige har skrevet under på tavshedspligt.\nVi mødes to gange om året over en kop kaffe.', agreedWith: 'MED-udvalget og Besøgsvennerne', before: 'Læser højt og går ture med beboerne.' },
  { name: 'Jobcentret', volunteers: 'Mentorer og bisiddere møder borgeren, hvor borgeren vil.\nMinder om aftaler og går med til samtalen.', staff: 'Afgørelser og råd om ydelser: aldrig de frivillige.\nInviterer bisidderen med i god tid.', together: 'Borgeren bestemmer, hvad den frivillige må vide.\nEr der uro, siger begge sider det til frivilligkoordinatoren samme dag.', agreedWith: 'MED-udvalget, Bisidderne og Soldaterforeningen' },
  { name: 'Biblioteket', volunteers: 'Hjælper med lektier mandag og onsdag.\nHolder sprogcafé torsdag aften.', staff: 'Åbner, lukker og har ansvar for lokalet.\nSkaffer bøger og computere.', together: 'Vi aftaler ferier en måned før.\nBørn hentes af deres egne; frivillige kører ikke med dem.', agreedWith: 'MED-udvalget og Lektiecaféen' },
  { name: 'Modtagelsen på Kasernegården', volunteers: 'Viser rundt i byen og på biblioteket de første uger.\nHjælper med at finde fritidstilbud.', staff: 'Breve fra myndigheder læses sammen med sagsbehandleren.\nTolk bestilles af kommunen, aldrig af frivillige.', together: 'Ingen får en adresse, før familien har sagt ja.\nVi mødes hver første mandag i måneden.', agreedWith: 'MED-udvalget og Nabomødrene' },
]

/** What four workplaces have agreed on with their volunteers; one of them for the second time. */
export async function loadGroundRules(db: PrismaClient, today: Day, lead: string): Promise<void> {
  const draw = randomFor('ground rules')
  for (const { name, before, ...texts } of PLACES) {
    const [id, from] = [draw.uuid(), addMonths(today, -draw.between(3, 10))]
    const earlier = addMonths(from, -24)
    await db.workplace.create({ data: { id, name, createdBy: lead, createdAt: writtenAt(before ? earlier : from, 9, 0) } })
    await db.groundRules.createMany({ data: [
      ...(before ? [{ workplaceId: id, number: 1, ...texts, volunteers: before, together: null, fromDay: dayToDb(earlier), recordedBy: lead, recordedAt: writtenAt(earlier, 9, 0) }] : []),
      { workplaceId: id, number: before ? 2 : 1, ...texts, fromDay: dayToDb(from), recordedBy: lead, recordedAt: writtenAt(from, 9, 10) },
    ] })
  }
}
