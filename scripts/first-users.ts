// npm run users:first -- "Ib Thorsen <ib@kommune.dk>" "Birgit Sand <birgit@kommune.dk>"
// The first two administrators of an empty installation, or the missing one when only one is left: there is nobody yet who could approve them.
import { ownerClient } from '@/prisma/client'
import { makeFirstUsers } from './database/first-users'

const ownerUrl = process.env.DATABASE_URL
const publicUrl = process.env.PUBLIC_URL
if (!ownerUrl || !publicUrl) {
  console.error('npm run users:first needs DATABASE_URL (the owner of the database) and PUBLIC_URL. See docs/operations.md.')
  process.exit(78)
}
const db = ownerClient(ownerUrl)
const result = await makeFirstUsers(db, process.argv.slice(2), publicUrl).finally(() => db.$disconnect())
if ('problem' in result) {
  console.error(result.problem)
  process.exit(1)
}
for (const { name, link } of result.made) console.log(`${name}: ${link}`)
console.log('Each link works once and for 72 hours. Hand it to its owner in person, and do not keep it.')
process.exit(0)
