'use server'

import { Refused } from '@/lib/access/action'
import { publicAction } from '@/lib/access/public-action'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { checkInInput } from './schema'

/** Two answers by a link. Whoever did not feel safe is told of to the lead at once; the other side reads nothing of it. */
export const answerCheckIn = publicAction({
  name: 'answerCheckIn',
  limit: { name: 'check-in-answer', points: 60, seconds: 900 },
  schema: checkInInput,
  codeField: 'code',
  answeredOnce: true,
  async run({ tx, audit }, { meets, safe, words }) {
    const [row] = await tx.$queryRaw<{ matchId: string; personId: string; side: string }[]>`SELECT match_id::text AS "matchId", person_id::text AS "personId", side FROM access.answer_check_in(${meets}, ${safe === 'yes'}, ${words})`
    if (!row) throw new Refused('matches.error.gone')
    await audit({ action: 'volunteer.check-in-answered', personId: row.personId, details: { match: row.matchId, side: row.side } })
    if (safe === 'no') await enqueue(tx, 'volunteer.alarm', { matchId: row.matchId, about: 'unsafe' })
    return { redirectTo: '/frivillig/svar/tak' }
  },
})
