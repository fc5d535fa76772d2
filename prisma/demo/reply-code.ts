import { addDays, type Day } from '@/lib/platform/day'
import { factsOn, goneOn, type Life } from './history/life'
import { randomFor } from './random'

/** A code to try the reply page with, on the latest letter of somebody who has not answered. Real ones are drawn by chance. */
export const DEMO_REPLY_CODE = 'DEMADEMADEMADEMA'

const ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679'

/** The code of every letter, by the letter's id: 16 characters, as newReplyCode() makes them, but from the seed. */
export function replyCodes(today: Day, lives: readonly Life[]): Map<string, string> {
  const draw = randomFor('reply codes')
  const codes = new Map(lives.flatMap((life) => life.letters.map((letter) => [letter.id, Array.from({ length: 16 }, () => draw.pick([...ALPHABET])).join('')] as const)))
  const known = lives.find((life) => isWaiting(today, life))?.letters.at(-1)
  if (known) codes.set(known.id, DEMO_REPLY_CODE)
  return codes
}

function isWaiting(today: Day, life: Life): boolean {
  const { lastLetterSentOn, lastReplyOn, wish, protection } = factsOn(life, today)
  const open = lastLetterSentOn !== null && lastLetterSentOn > addDays(today, -240) && (lastReplyOn ?? '') < lastLetterSentOn
  return open && !wish && protection === 'P0' && !goneOn(life) && life.letters.every((letter) => !letter.returnedOn)
}
