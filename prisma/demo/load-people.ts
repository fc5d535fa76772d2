import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import { type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { Prisma, PrismaClient } from '../generated/client'
import { ageProtections, inherits } from './protections'
import type { DemoPerson, DemoRelative, DemoVeteran } from './people'

const date = (day: Day | null) => (day ? dayToDb(day) : null)

/** Rows of people who are veterans or relatives, with everything that hangs on them. Addresses of protected people are moved by the database. */
export async function loadPeople(db: PrismaClient, today: Day, veterans: readonly DemoVeteran[], relatives: readonly DemoRelative[]): Promise<void> {
  const people: DemoPerson[] = [...veterans, ...relatives]
  // Who is protected because of whom they live with is found by the database, from the relation and the address.
  await db.person.createMany({ data: [...veterans.map(personRow), ...relatives.map((one) => personRow(inherits(one) ? { ...one, protection: 'P0' } : one))] })
  const roles = [...veterans.map((one) => role(one, 'VETERAN')), ...relatives.map((one) => role(one, 'RELATIVE'))]
  await db.personRole.createMany({ data: roles })
  await db.personCpr.createMany({ data: people.flatMap((one) => (one.cpr ? [cprRow(one.id, one.cpr)] : [])) })
  await db.address.createMany({ data: people.flatMap(addressRows) })
  await db.contactPoint.createMany({ data: people.flatMap(contactRows) })
  await db.veteranProfile.createMany({ data: veterans.map(({ id, vulnerable, resources, wishes }) => ({ personId: id, vulnerable, resources, wishes })) })
  await db.deployment.createMany({ data: veterans.flatMap(deploymentRows) })
  await db.competence.createMany({ data: veterans.flatMap((one) => one.competences.map((competence) => ({ personId: one.id, ...competence }))) })
  await db.externalKey.createMany({ data: veterans.filter((one) => one.source === 'import').map((one) => ({ personId: one.id, register: REGISTER, key: one.registerKey })) })
  await db.relation.createMany({ data: relatives.map((one) => ({ personId: one.of.id, relatedPersonId: one.id, kind: one.kind, fromDay: date(one.since) })) })
  await ageProtections(db, today, veterans, relatives)
}

/** The register the veterans' keys belong to: the kind of import that reads them. */
export const REGISTER = 'veteran-register'

function personRow(one: DemoPerson): Prisma.PersonCreateManyInput {
  const at = momentAt(one.registeredOn, 10, 14)
  const { id, firstName, lastName, language, interpreterNeeded, largePrint, signLanguage, communicationNote, digitalPost, protection, source } = one
  return {
    id, firstName, lastName, language, interpreterNeeded, largePrint, signLanguage, communicationNote, digitalPost, protection, source,
    birthDate: dayToDb(one.birth), protectionSource: protection === 'P0' ? null : protection === 'P3' ? 'local' : 'cpr',
    registeredOn: dayToDb(one.registeredOn), movedInOn: date(one.movedInOn), movedAwayOn: date(one.movedAwayOn), diedOn: date(one.diedOn), createdAt: at, updatedAt: at,
  }
}

function role(one: DemoPerson, kind: 'VETERAN' | 'RELATIVE') {
  return { personId: one.id, kind, fromDay: dayToDb(one.registeredOn) }
}

function cprRow(personId: string, digits: string) {
  return { personId, kind: 'REPLACEMENT' as const, cipher: seal(digits), keyedHash: blindIndex(digits), birthPart: digits.slice(0, 6) }
}

function addressRows(one: DemoPerson): Prisma.AddressCreateManyInput[] {
  return one.homes.map((home) => ({ ...home, personId: one.id, source: one.source, fromDay: date(home.fromDay), toDay: date(home.toDay) }))
}

function contactRows(one: DemoPerson): Prisma.ContactPointCreateManyInput[] {
  const row = (kind: 'PHONE' | 'EMAIL') => (point: DemoPerson['phones'][number]) => ({ personId: one.id, kind, value: point.value, allowed: point.allowed, source: one.source, fromDay: date(point.fromDay) })
  return [...one.phones.map(row('PHONE')), ...one.emails.map(row('EMAIL'))]
}

function deploymentRows(one: DemoVeteran) {
  return one.deployments.map((deployment) => ({ personId: one.id, ...deployment, fromDay: dayToDb(deployment.fromDay), toDay: dayToDb(deployment.toDay) }))
}
