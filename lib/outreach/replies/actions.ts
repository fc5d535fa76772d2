'use server'

import { publicAction } from '@/lib/access/public-action'
import { Refused } from '@/lib/access/action'
import { readReplyCode } from '@/lib/platform/crypto/tokens'
import { mailAboutTalk } from '../talks/mail'
import { sendLimit } from './code'
import { cancelTalkInput, codeInput, replyInput, stopLettersInput } from './schema'
import { lockCitizen, recordReply, releaseTalk } from './writes'

/** From the page where a code is typed in. Whether it holds is not said here: the next page answers the same to every wrong one. */
export const openCode = publicAction({
  name: 'openCode',
  limit: { name: 'reply-type', points: 300, seconds: 900 },
  schema: codeInput,
  async run(_context, input) {
    const code = readReplyCode(input.code)
    if (!code) throw new Refused('reply.error.codeShape', {}, 'code')
    return { redirectTo: `/svar/${code}` }
  },
})

export const sendReply = publicAction({
  name: 'sendReply',
  limit: sendLimit('sendReply'),
  schema: replyInput,
  codeField: 'code',
  async run(context, input) {
    // Stopping all letters says first what it means; nothing has changed until the person has read it.
    if (input.kind === 'NEVER') return lockCitizen(context.tx).then(() => ({ redirectTo: '/svar/[code]/aldrig' }))
    const { talkId } = await recordReply(context, input)
    if (talkId) await mailAboutTalk(context.tx, 'booked')
    return { redirectTo: '/svar/[code]/kvittering' }
  },
})

export const stopLetters = publicAction({
  name: 'stopLetters',
  limit: sendLimit('stopLetters'),
  schema: stopLettersInput,
  codeField: 'code',
  async run(context, input) {
    await recordReply(context, { kind: 'NEVER', submission: input.submission, slotId: null, laterMonth: null, phone: null, callTime: null, message: null })
    return { redirectTo: '/svar/[code]/kvittering' }
  },
})

/** By the same code as it was booked with. The time is free for others at once. */
export const cancelTalk = publicAction({
  name: 'cancelTalk',
  limit: sendLimit('cancelTalk'),
  schema: cancelTalkInput,
  codeField: 'code',
  async run({ tx, audit }, input) {
    const citizen = await lockCitizen(tx)
    // The talk the page showed and no other: a page left open since an earlier one must not cancel what was booked afterwards.
    const [own] = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM access.own_talk() WHERE id = ${input.talkId}::uuid`
    if (own) {
      await mailAboutTalk(tx, 'cancelled')
      await releaseTalk(tx, citizen.personId)
      await tx.$executeRaw`UPDATE reply SET superseded_at = now(), handled_at = now() WHERE talk_id = ${input.talkId}::uuid AND superseded_at IS NULL`
      await audit({ action: 'talk.cancelled', personId: citizen.personId, details: { by: 'citizen' } })
    }
    return { redirectTo: '/svar/[code]/kvittering' }
  },
})
