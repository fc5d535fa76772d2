'use server'

import { getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { afterAnswer, type Said } from '../../matching/asking/writes'
import { ownAnswerInput } from './schema'

/** Yes or no to what the volunteer is asked, from their own page instead of the link: the same write, and the same that follows. */
export const answerOwnQuestion = staffAction({
  name: 'answerOwnQuestion',
  may: 'volunteer.own',
  schema: ownAnswerInput,
  async run({ tx, audit }, { ownQuestion, answer, cause }) {
    const [row] = await tx.$queryRaw<{ said: Said; volunteerId: string; personId: string | null }[]>`SELECT said, volunteer_id::text AS "volunteerId", person_id::text AS "personId" FROM access.answer_my_question(${ownQuestion}::uuid, ${answer === 'yes'}, ${cause})`
    await afterAnswer(tx, row?.said, ownQuestion, row?.volunteerId ?? '')
    await audit({ action: 'volunteer.question-answered', personId: row?.personId ?? undefined, details: { volunteer: row?.volunteerId ?? '', side: 'volunteer', yes: answer === 'yes' } })
    await flash((await getTranslations('ownPage.question'))(answer === 'yes' ? 'saidYes' : 'saidNo'))
    return { redirectTo: '/min-side' }
  },
})
