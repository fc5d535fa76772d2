// npm run retention:replay: after a restore, before anybody is let in: erases again what the ledger outside the database says was erased. Exit code 1 when a line of it cannot be believed.
import { replayLedger } from '@/lib/oversight/retention/jobs'
import { closeDatabase } from '@/lib/platform/db'

const { lines, erased, broken } = await replayLedger()
console.log(`${lines} erasures in the ledger, ${erased} had come back and are erased again${broken > 0 ? `, ${broken} line(s) could not be believed` : ''}`)
await closeDatabase()
process.exit(broken === 0 ? 0 : 1)
