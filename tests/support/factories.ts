import { randomInt } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import { owner } from './db'

export const day = (text: string) => new Date(`${text}T00:00:00Z`)

type PersonData = Partial<Prisma.PersonUncheckedCreateInput>
const address = { street: 'Vestergade', number: '12', postcode: '8900', town: 'Randers C', source: 'test' }

/** A person with one role. Addresses of protected people end in their own table by the database's trigger. */
export async function person(kind: 'VETERAN' | 'RELATIVE' | 'REFUGEE' | 'JOBCENTRE_CLIENT', data: PersonData = {}, extra: { address?: object | null; vulnerable?: boolean } = {}) {
  const row = await owner().person.create({ data: { firstName: 'Test', lastName: `Person${randomInt(1e9)}`, registeredOn: day('2025-01-01'), source: 'test', digitalPost: 'EXEMPT', ...data } })
  await owner().personRole.create({ data: { personId: row.id, kind, fromDay: day('2025-01-01') } })
  if (kind === 'VETERAN') await owner().veteranProfile.create({ data: { personId: row.id, vulnerable: extra.vulnerable ?? false } })
  // createMany has no RETURNING: the trigger may have moved the row.
  if (extra.address !== null) await owner().address.createMany({ data: [{ ...address, ...extra.address, personId: row.id }] })
  return row
}

export const veteran = (data: PersonData = {}, extra: { address?: object | null; vulnerable?: boolean } = {}) => person('VETERAN', data, extra)
