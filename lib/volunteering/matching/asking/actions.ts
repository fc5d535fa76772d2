'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { publicAction } from '@/lib/access/public-action'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { flash } from '@/lib/platform/flash'
import { readQuestion } from './question-page'
import { toldBy } from './rules'
import { personAnswerInput, questionInput, volunteerAnswerInput } from './schema'
import { meetingConsent } from './wording'
import { afterAnswer, type Said } from './writes'

const told = async (said: 'yes' | 'no' | 'both') => flash((await getTranslations('matches.flash'))(said))

/** Somebody who was asked by a link says yes or no. The page that follows says the same to both. */
export const answerQuestion = publicAction({
  name: 'answerQuestion',
  limit: { name: 'question-answer', points: 60, seconds: 900 },
  schema: questionInput,
  codeField: 'code',
  answeredOnce: true,
  async run({ tx, audit }, { answer, cause }) {
    const [question, locale] = [await readQuestion(tx), await getLocale()]
    if (!question) throw new Refused('matches.error.gone')
    const [row] = await tx.$queryRaw<{ said: Said; requestId: string; volunteerId: string; personId: string; side: string }[]>`SELECT said, request_id::text AS "requestId", volunteer_id::text AS "volunteerId", person_id::text AS "personId", side
      FROM access.answer_question(${answer !== 'no'}, ${cause}, ${[...toldBy(answer)]}::text[], ${meetingConsent(answer, question.firstName ?? '', locale === 'en' ? 'en' : 'da')})`
    await afterAnswer(tx, row?.said, row?.requestId ?? '', row?.volunteerId ?? '')
    await audit({ action: 'volunteer.question-answered', personId: row?.personId, details: { volunteer: row?.volunteerId ?? '', side: row?.side ?? '', yes: answer !== 'no' } })
    return { redirectTo: '/frivillig/svar/tak' }
  },
})

/** The volunteer said it on the telephone. */
export const answerForVolunteer = staffAction({
  name: 'answerForVolunteer',
  may: 'volunteer.match',
  schema: volunteerAnswerInput,
  async run({ tx, audit }, { volunteerRequestId: requestId, volunteerId, answer, cause }) {
    const [row] = await tx.$queryRaw<{ said: Said; personId: string | null }[]>`SELECT said, person_id::text AS "personId" FROM access.answer_for_volunteer(${requestId}::uuid, ${volunteerId}::uuid, ${answer === 'yes'}, ${cause})`
    const said = await afterAnswer(tx, row?.said, requestId, volunteerId)
    await audit({ action: 'volunteer.question-answered', personId: row?.personId ?? undefined, details: { volunteer: volunteerId, side: 'volunteer', yes: answer === 'yes' } })
    await told(said)
    return { redirectTo: `/volunteers/requests/${requestId}` }
  },
})

/** The person said it to whoever has them in hand, who read the sentence to them. */
export const answerForPerson = staffAction({
  name: 'answerForPerson',
  may: 'volunteer.request',
  schema: personAnswerInput,
  async run({ tx, audit }, { personId, volunteerRequestId: requestId, volunteerId, answer }) {
    await refuseBehindGlass(tx, personId)
    const [person] = await tx.$queryRaw<{ language: string; volunteer: string }[]>`SELECT p.language, a.first_name AS volunteer FROM person p CROSS JOIN access.person_pairs(p.id) a WHERE p.id = ${personId}::uuid AND a.request_id = ${requestId}::uuid AND a.volunteer_id = ${volunteerId}::uuid AND a.match_id IS NULL`
    if (!person) throw new Refused('matches.error.gone')
    const [row] = await tx.$queryRaw<{ said: Said }[]>`SELECT access.answer_for_person(${personId}::uuid, ${requestId}::uuid, ${volunteerId}::uuid, ${answer !== 'no'}, ${[...toldBy(answer)]}::text[], ${meetingConsent(answer, person.volunteer, person.language === 'en' ? 'en' : 'da')}) AS said`
    const said = await afterAnswer(tx, row?.said, requestId, volunteerId)
    await audit({ action: 'volunteer.question-answered', personId, details: { volunteer: volunteerId, side: 'person', yes: answer !== 'no' } })
    await told(said)
    return { redirectTo: `/people/${personId}/waiting` }
  },
})
