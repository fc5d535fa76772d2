// npm run migrate: brings the database at DATABASE_URL (its owner) up to date and sets the passwords of the two restricted logins.
import { ownerClient } from '@/prisma/client'
import { loadReference } from '@/prisma/reference'
import { migrate } from './database/migrate'

const ownerUrl = process.env.DATABASE_URL
const appPassword = process.env.DATABASE_APP_PASSWORD
const jobsPassword = process.env.DATABASE_JOBS_PASSWORD
if (!ownerUrl || !appPassword || !jobsPassword) {
  console.error('npm run migrate needs DATABASE_URL (the owner of the database), DATABASE_APP_PASSWORD (for the login indgang_web) and DATABASE_JOBS_PASSWORD (for indgang_jobs). See docs/operations.md.')
  process.exit(78)
}
const applied = await migrate(ownerUrl, appPassword, (name) => console.log(`applying ${name}`), jobsPassword)
const db = ownerClient(ownerUrl)
await loadReference(db)
await db.$disconnect()
console.log(applied.length === 0 ? 'The database was already up to date.' : `${applied.length} migration(s) applied.`)
process.exit(0)
