import type { AssociationKind } from '@/lib/associations/register/rules'
import { addDays, addMonths, type Day, dayToDb } from '@/lib/platform/day'
import { writtenAt } from '../moments'
import type { Prisma, PrismaClient } from '../../generated/client'
import { firstName, lastName, mailName } from '../names'
import { randomFor } from '../random'
import { SECOND_LEAD } from '../users'
import { loadDialogues } from './dialogues'
import { loadGroundRules } from './ground-rules'
import { loadSignups } from './signups'
import { loadRepresentatives, loadSigned } from './signed'

const list = (text: string) => text.split(', ')
/** The first few by name, because the smaller demo is looked at closely; then places and kinds put together. */
const FIRST: readonly (readonly [string, AssociationKind])[] = [['Frivilligværket', 'social'], ['Selvhjælp Randers', 'social'], ['Nabomødrene', 'minority'], ['Lektiecaféen på biblioteket', 'social'], ['Soldaterforeningen', 'social'], ['Bisidderne', 'social'], ['Vorup Idrætsforening', 'sport'], ['Gudenåens Spejdere', 'scouts'], ['Syrisk-dansk Venskabsforening', 'minority'], ['Besøgsvennerne', 'social'], ['Gendarmkoret', 'culture'], ['Naturens Venner', 'environment']]
const PLACES = list('Dronningborg, Vorup, Kristrup, Paderup, Assentoft, Langå, Spentrup, Havndal, Fårup, Gjerlev, Romalt, Helsted, Stevnstrup, Harridslev, Mellerup, Asferg, Øster Tørslev, Uggelhuse, Langkastrup, Hornbæk, Neder Hornbæk, Over Fussing, Råsted, Albæk, Dalbyover, Udbyhøj')
const WHAT: readonly (readonly [string, AssociationKind])[] = [['Boldklub', 'sport'], ['Gymnastikforening', 'sport'], ['Håndboldklub', 'sport'], ['Badmintonklub', 'sport'], ['Svømmeklub', 'sport'], ['Roklub', 'sport'], ['Petanqueklub', 'sport'], ['Sangkor', 'culture'], ['Amatørteater', 'culture'], ['Lokalhistoriske Forening', 'culture'], ['Kunstforening', 'culture'], ['Spejdere', 'scouts'], ['Naturfredning', 'environment'], ['Biavlerforening', 'hobby'], ['Havekreds', 'hobby'], ['Radioamatører', 'hobby'], ['Menighedspleje', 'faith'], ['Borgerforening', 'other'], ['Pensionistforening', 'social'], ['Besøgstjeneste', 'social'], ['Kvindenetværk', 'minority']]

/** Associations with contacts; the first have agreements: some that hold, one to be gone through, some that have lapsed. And the volunteers who come by one. */
export async function loadAssociations(db: PrismaClient, today: Day, many: number, lead: string): Promise<void> {
  const areas = await db.localArea.findMany({ orderBy: { position: 'asc' } })
  const names = PLACES.flatMap((place) => WHAT.map(([what, kind]) => [`${place} ${what}`, kind] as const))
  const [associations, contacts, partnerships]: [Prisma.AssociationCreateManyInput[], Prisma.AssociationContactCreateManyInput[], Prisma.PartnershipCreateManyInput[]] = [[], [], []]
  for (let nth = 0; nth < many; nth++) {
    const draw = randomFor(`association ${nth}`)
    const named = FIRST[nth] ?? names[(nth * 37) % names.length]!
    // More than there are names: a second of the kind.
    const name = nth - FIRST.length >= names.length ? `${named[0]} af ${2000 + (nth % 25)}` : named[0]
    const [id, since] = [draw.uuid(), addDays(today, -draw.between(200, 1_000))]
    associations.push({ id, name, kind: named[1], about: nth < FIRST.length ? 'Frivillige, der gør en forskel for andre i kommunen.' : null, offers: nth < FIRST.length ? draw.pick(['Åben dør tirsdag kl. 15–18. Man kan bare komme.', 'Ring, så finder vi en tid. Vi kommer også hjem.', 'Hold hver onsdag aften. Første gang er gratis.']) : null, areas: areas.length > 0 && draw.chance(0.7) ? [draw.pick(areas).code] : [], website: null, createdBy: lead, createdAt: writtenAt(since, 9, 30) })
    const born = addDays(today, -draw.between(30 * 365, 75 * 365))
    const [given, family] = [firstName(draw, draw.chance(0.5) ? 'F' : 'M', born), lastName(draw)]
    contacts.push({ associationId: id, name: `${given} ${family}`, title: draw.pick(['Formand', 'Kasserer', 'Kontaktperson']), email: `${mailName(given)}.${mailName(family)}${nth}@forening.invalid`, phone: `+458600${String(1000 + nth)}`, fromDay: dayToDb(since), recordedBy: lead })
    const ended = nth % 5 === 3
    if (nth < FIRST.length - 2 || draw.chance(0.06)) {
      const [from, to] = ended ? [addMonths(today, -26), addDays(addMonths(today, -2), -1)] : [addMonths(today, -draw.between(1, 22)), addMonths(today, nth % 5 === 1 ? 2 : draw.between(5, 20))]
      partnerships.push({ associationId: id, number: 1, fromDay: dayToDb(from), toDay: dayToDb(to), reviewOn: nth % 5 === 0 ? dayToDb(addDays(today, 20)) : null, responsibilities: 'Foreningen finder og støtter de frivillige. Kommunen holder kurser, indhenter attester og svarer inden for to dage.', contributions: 'Foreningen: to faste aftener om måneden. Kommunen: lokale, kaffe og en fast kontaktperson.', goals: 'Ingen venter mere end en måned på en frivillig.', insurance: 'Kommunens forsikring dækker frivillige, der er henvist af kommunen.', dataTerms: 'Foreningen får kun navn og telefon, og kun når borgeren har sagt ja.', places: draw.between(3, 20), recordedBy: lead, recordedAt: writtenAt(from, 10, 0) })
    }
  }
  await db.association.createMany({ data: associations })
  await db.associationContact.createMany({ data: contacts })
  await db.partnership.createMany({ data: partnerships })
  // Whom one turns to: who speaks for the association, and one of the two who lead volunteers.
  await db.$executeRaw`INSERT INTO partnership_contact (partnership_id, contact_id, user_id, from_day, recorded_by) SELECT p.id, c.id, NULL, p.from_day, ${lead}::uuid FROM partnership p JOIN association_contact c ON c.association_id = p.association_id
    UNION ALL SELECT p.id, NULL, CASE WHEN row_number() OVER (ORDER BY a.name) % 3 = 0 THEN (SELECT u.id FROM app_user u WHERE u.email = ${SECOND_LEAD}) ELSE ${lead}::uuid END, p.from_day, ${lead}::uuid FROM partnership p JOIN association a ON a.id = p.association_id`
  await loadSignups(db, today)
  await loadDialogues(db, today, lead)
  await loadGroundRules(db, today, lead)
  await loadSigned(db, lead, FIRST.map(([name]) => name))
  await loadRepresentatives(db, today, lead)
  // Of every third volunteer: one of the first, those with an agreement that has lapsed among them.
  await db.$executeRaw`UPDATE volunteer v SET association_id = a.id FROM association a WHERE v.number % 3 = 0 AND a.name = (${FIRST.map(([name]) => name)}::text[])[1 + (v.number / 3) % ${FIRST.length}::int]`
}
