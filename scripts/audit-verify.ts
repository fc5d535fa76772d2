// npm run audit:verify: the whole audit log against its seals and the copies outside, as the nightly job does it. Exit code 1 when something was changed.
import { anchorFolder } from '@/lib/audit/seals/anchor'
import { shortMark } from '@/lib/audit/seals/rules'
import { lastSeal } from '@/lib/audit/seals/sql'
import { verifyLog } from '@/lib/audit/seals/verify'
import { closeDatabase, transaction } from '@/lib/platform/db'

const { verdict, last } = await transaction({ role: 'worker' }, async (tx) => ({ verdict: await verifyLog(tx, anchorFolder()), last: await lastSeal(tx) }), 60 * 60_000)
for (const problem of verdict.problems) console.error(`${problem.code} ${'no' in problem ? `seal ${problem.no}` : `event ${problem.seq}`}`)
console.log(`${verdict.events} events under ${verdict.seals} seals${last ? `, the last is ${last.no} ${shortMark(last.mac)}` : ''}: ${verdict.problems.length === 0 ? 'whole' : `${verdict.problems.length} problem(s)`}`)
await closeDatabase()
process.exit(verdict.problems.length === 0 ? 0 : 1)
