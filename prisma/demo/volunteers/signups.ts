import { addDays, type Day, dayToDb } from '@/lib/platform/day'
import type { AssociationKind } from '@/lib/associations/register/rules'
import { writtenAt } from '../moments'
import type { PrismaClient } from '../../generated/client'
import { randomFor } from '../random'

const SIGNUPS: readonly { name: string; kind: AssociationKind; about: string; person: string; title: string | null; wish: string | null; ago: number }[] = [
  { name: 'Cykelværkstedet på Havnen', kind: 'hobby', about: 'Vi reparerer cykler sammen og giver dem videre.', person: 'Jens Overgaard', title: 'Værkfører', wish: 'Vi kunne tage imod to-tre, der gerne vil lave noget med hænderne, tirsdag og torsdag.', ago: 2 },
  { name: 'Ukrainsk Kulturforening', kind: 'minority', about: 'Sprog, mad og højtider for ukrainere og venner.', person: 'Olena Hansen', title: 'Formand', wish: 'Vi vil gerne hjælpe nye familier i de første måneder.', ago: 5 },
  { name: 'Gåfællesskabet Fjorden', kind: 'sport', about: 'Gåture i roligt tempo, to gange om ugen.', person: 'Mette Ladefoged', title: null, wish: null, ago: 11 },
]

/** Three that signed up by the public form and wait for an answer. */
export async function loadSignups(db: PrismaClient, today: Day): Promise<void> {
  for (const { person, title, wish, ago, ...facts } of SIGNUPS) {
    const draw = randomFor(`sign-up ${facts.name}`)
    const [id, day] = [draw.uuid(), addDays(today, -ago)]
    const at = writtenAt(day, 20, draw.between(0, 50))
    await db.association.create({ data: { id, ...facts, areas: [], createdAt: at, contacts: { create: { name: person, title, email: `${facts.name.split(' ')[0]?.toLowerCase().replace(/[^a-z]/g, '')}@forening.invalid`, phone: `+4586${draw.between(100000, 999999)}`, fromDay: dayToDb(day) } }, signup: { create: { words: wish, language: 'da', receivedAt: at } } } })
  }
}
