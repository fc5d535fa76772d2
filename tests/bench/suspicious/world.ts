import { randomUUID } from 'node:crypto'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { PrismaClient } from '@/prisma/generated/client'
import type { Random } from '@/tests/support/random'

export const PEOPLE = 8000
export const USERS = 25
const STREETS = 400
/** Shares of the register, roughly as in Denmark; the rest bear one of many rare names. */
const COMMON = [['Jensen', 45], ['Nielsen', 43], ['Hansen', 36], ['Pedersen', 28], ['Andersen', 27], ['Christensen', 21], ['Larsen', 20], ['Sørensen', 19], ['Rasmussen', 16], ['Petersen', 14], ['Madsen', 11], ['Møller', 10]] as const
const BEGIN = ['Bir', 'Dal', 'Eng', 'Fug', 'Gran', 'Hav', 'Kir', 'Lind', 'Mose', 'Nør', 'Ost', 'Præst', 'Ris', 'Skov', 'Tor', 'Ulf', 'Vest', 'Ager', 'Bro', 'Find', 'Glad', 'Holm', 'Iver', 'Juul', 'Kvist', 'Lund', 'Mark', 'Nym', 'Over', 'Rav']
const END = ['holm', 'gaard', 'bæk', 'lev', 'strup', 'vang', 'toft', 'dahl', 'kær', 'rup', 'by', 'ager', 'hus', 'mose', 'bjerg', 'lund', 'høj', 'vad', 'sted', 'løv']

export type Someone = { id: string; surname: string; street: string; protected: boolean; /** One of the quarter of the register that work is going on with. */ active: boolean }
export type User = { id: string; surname: string; street: string; caseload: string[] }
export type World = { people: Someone[]; users: User[] }

const postcode = '8900'

/** A register, and a staff some of whom have a record of their own in it; each responsible for forty. */
export async function makeWorld(db: PrismaClient, random: Random, from: Day): Promise<World> {
  const surname = () => {
    let left = random.int(1000)
    for (const [name, share] of COMMON) if ((left -= share) < 0) return name
    return `${random.pick(BEGIN)}${random.pick(END)}`
  }
  const street = () => `${BEGIN[random.int(BEGIN.length)]}${random.pick(END)}vej ${String.fromCharCode(65 + random.int(Math.ceil(STREETS / 100)))}`
  const people = Array.from({ length: PEOPLE + USERS }, (): Someone => ({ id: randomUUID(), surname: surname(), street: street(), protected: random.chance(0.03), active: random.chance(0.25) }))
  const registered = dayToDb(from)
  await db.person.createMany({ data: people.map((one) => ({ id: one.id, firstName: 'Test', lastName: one.surname, registeredOn: registered, source: 'bench', digitalPost: 'EXEMPT' as const, protection: one.protected ? 'P1' as const : 'P0' as const })) })
  await db.address.createMany({ data: people.map((one) => ({ personId: one.id, street: one.street, number: '1', postcode, town: 'Randers C', source: 'bench' })) })
  const own = people.splice(PEOPLE)
  const active = people.filter((one) => one.active)
  const users = own.map((one): User => ({ id: randomUUID(), surname: one.surname, street: one.street, caseload: Array.from({ length: 40 }, () => random.pick(active).id) }))
  await db.user.createMany({ data: users.map((user, n) => ({ id: user.id, email: `${n}@bench.invalid`, name: `Bruger ${user.surname}`, personId: own[n]?.id })) })
  await db.assignment.createMany({ data: users.flatMap((user) => [...new Set(user.caseload)].map((personId) => ({ personId, userId: user.id, reason: 'bench', fromDay: registered }))) })
  return { people, users }
}
