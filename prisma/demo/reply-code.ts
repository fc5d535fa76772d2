import { sha256 } from '@/lib/platform/crypto/tokens'
import { addDays, type Day } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import { factsOn, goneOn, type Life } from './history/life'

/** A code to try the reply page with: DEMA-DEMA-DEMA-DEMA. Real ones are drawn by chance and exist in one letter only. */
export const DEMO_REPLY_CODE = 'DEMADEMADEMADEMA'

/** Puts the known code on the latest letter of somebody who has not answered it. */
export async function loadReplyCode(db: PrismaClient, today: Day, lives: readonly Life[]): Promise<void> {
  const life = lives.find((one) => {
    const { lastLetterSentOn, lastReplyOn, wish, protection } = factsOn(one, today)
    const open = lastLetterSentOn !== null && lastLetterSentOn > addDays(today, -240) && (lastReplyOn ?? '') < lastLetterSentOn
    return open && !wish && protection === 'P0' && !goneOn(one) && one.letters.every((letter) => !letter.returnedOn)
  })
  const letter = life?.letters.at(-1)
  if (letter) await db.replyCode.updateMany({ where: { letterId: letter.id }, data: { codeHash: sha256(DEMO_REPLY_CODE) } })
}
