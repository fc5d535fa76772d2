import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client'

/** For reference data and the demo: signs in as the database's owner, which the running product never does. */
export function ownerClient(url: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 4 }) })
}
