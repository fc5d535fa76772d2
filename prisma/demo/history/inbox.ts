import { addDays } from '@/lib/platform/day'
import type { ReplyKind } from '../../generated/enums'
import { workingDay } from './calendar'
import { sendLetter } from './letters'
import { factsOn, goneOn, type Life, type World } from './life'
import { persist } from './persistence'
import { reply } from './replies'

/** What came in the last days and lies there when the coordinator signs in: days ago, what, and whether it was settled at once. */
const RECENT: ReadonlyArray<readonly [daysAgo: number, kind: ReplyKind, handled: boolean]> = [
  [0, 'CALL', false], [1, 'CALL', false], [4, 'CALL', false], [1, 'TALK', false], [3, 'TALK', false], [2, 'MOVED', false],
  [1, 'TALK', true], [2, 'TALK', true], [4, 'TALK', true], [6, 'TALK', true], [8, 'TALK', true], [9, 'TALK', true], [11, 'TALK', true], [12, 'TALK', true], [3, 'LATER', true], [5, 'NOT_THIS_YEAR', true],
]
/** How many days ago the letters of lastWeeks left: the longer silent have been called once, the others wait for it. */
const UNANSWERED = [48, 43, 40, 29, 27, 25, 23]
const RETURNED = [15, 14, 13]

/** Letters of the last weeks: to vulnerable people who have not answered, and three that came back this week. */
export function lastWeeks(world: World): void {
  const due = world.draw.shuffled(world.lives).filter((life) => isQuiet(world, life) && (factsOn(life, world.today).lastLetterSentOn ?? '') < addDays(world.today, -180))
  const vulnerable = due.filter((life) => life.who.vulnerable)
  const paper = due.filter((life) => !life.who.vulnerable && life.who.digitalPost !== 'YES')
  UNANSWERED.forEach((daysAgo, index) => {
    const life = vulnerable[index]
    if (!life) return
    sendLetter(world, life, workingDay(addDays(world.today, -daysAgo)), null, 'silence')
    for (let ago = daysAgo; ago > 0; ago -= 7) persist(world, life, addDays(world.today, -ago))
    persist(world, life, world.today)
  })
  RETURNED.forEach((daysAgo, index) => {
    const life = paper[index]
    if (life) sendLetter(world, life, workingDay(addDays(world.today, -daysAgo)), null, 'returned')
  })
}

/** Late answers to letters of this year from people who had been silent. */
export function recentInbox(world: World): void {
  const silent = world.draw.shuffled(world.lives).filter((life) => {
    const { lastLetterSentOn, lastReplyOn } = factsOn(life, world.today)
    const recent = lastLetterSentOn !== null && lastLetterSentOn > addDays(world.today, -330) && lastLetterSentOn < addDays(world.today, -20)
    return recent && isQuiet(world, life) && !life.who.vulnerable && (lastReplyOn ?? '') < lastLetterSentOn
  })
  RECENT.forEach(([daysAgo, kind, handled], index) => {
    const life = silent[index]
    const letter = life?.letters.at(-1)
    if (life && letter) reply(world, life, letter, kind, addDays(world.today, -daysAgo), handled)
  })
}

function isQuiet(world: World, life: Life): boolean {
  const facts = factsOn(life, world.today)
  return facts.protection === 'P0' && facts.hasAddress && !facts.wish && !facts.returnedOn && !goneOn(life) && facts.lastLetterSentOn !== null
}
