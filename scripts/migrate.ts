// npm run migrate: brings the database at DATABASE_URL (its owner) up to date and sets the password of the restricted role.
import { ownerClient } from '@/prisma/client'
import { loadReference } from '@/prisma/reference'
import { migrate } from './database/migrate'

const ownerUrl = process.env.DATABASE_URL
const appPassword = process.env.DATABASE_APP_PASSWORD
if (!ownerUrl || !appPassword) {
  console.error('npm run migrate needs DATABASE_URL (the owner of the database) and DATABASE_APP_PASSWORD (for the role indgang_web). See docs/operations.md.')
  process.exit(78)
}
const applied = await migrate(ownerUrl, appPassword, (name) => console.log(`applying ${name}`))
const db = ownerClient(ownerUrl)
await loadReference(db)
await db.$disconnect()
console.log(applied.length === 0 ? 'The database was already up to date.' : `${applied.length} migration(s) applied.`)
process.exit(0)
