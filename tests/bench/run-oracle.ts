import type { OutreachFacts } from '@/lib/outreach/due/facts'
import type { RunFrame, RunGroup, RunMember } from '@/lib/outreach/runs/groups'
import { addMonths, type Day } from '@/lib/platform/day'

/**
 * What each group means, said a second time and apart from the product: one statement per group, each complete in itself, none leaning on
 * the order of the others. The product must agree with exactly one of them for every person.
 */
type Situation = { member: RunMember; frame: RunFrame; today: Day }

const arrived = ({ member }: Situation) => member.letter.sentOn !== null && member.letter.returnedOn === null
const cameBack = ({ member }: Situation) => member.letter.returnedOn !== null
const accounted = ({ member }: Situation) => member.scope.in && (member.excluded === null || member.letter.returnedOn !== null)
const concerned = (it: Situation) => accounted(it) && !arrived(it)
const dead = ({ member, today }: Situation) => member.facts.diedOn !== null && member.facts.diedOn <= today
const away = ({ member: { facts }, today }: Situation) => livesElsewhere(facts, today)
const gone = (it: Situation) => dead(it) || away(it)
const optedOut = ({ member: { facts }, frame }: Situation) =>
  facts.wish?.kind === 'NEVER' || (facts.wish?.kind === 'NOT_THIS_YEAR' && frame.letterDate < addMonths(facts.wish.givenOn, 12))
const asksLater = ({ member: { facts }, frame }: Situation) => facts.wish?.kind === 'LATER' && frame.letterDate < facts.wish.untilMonth
const free = (it: Situation) => concerned(it) && !gone(it) && !optedOut(it) && !asksLater(it)
const guarded = ({ member: { facts } }: Situation) => facts.protection !== 'P0'
const found = ({ member: { facts } }: Situation) => facts.returnedOn === null && (facts.hasAddress || facts.digitalPost === 'YES')

const MEANS: Record<RunGroup, (it: Situation) => boolean> = {
  SENT: arrived,
  OUT: (it) => !accounted(it) && !arrived(it),
  DEAD: (it) => concerned(it) && dead(it),
  MOVED_AWAY: (it) => concerned(it) && !dead(it) && away(it),
  OPTED_OUT: (it) => concerned(it) && !gone(it) && optedOut(it),
  LATER: (it) => concerned(it) && !gone(it) && asksLater(it),
  BY_HAND: (it) => free(it) && guarded(it),
  RETURNED: (it) => free(it) && !guarded(it) && cameBack(it),
  NO_ADDRESS: (it) => free(it) && !guarded(it) && !cameBack(it) && !found(it),
  TO_SEND: (it) => free(it) && !guarded(it) && !cameBack(it) && found(it),
}

export function groupsThatFit(it: Situation): RunGroup[] {
  return (Object.keys(MEANS) as RunGroup[]).filter((group) => MEANS[group](it))
}

function livesElsewhere({ movedAwayOn, movedInOn }: OutreachFacts, today: Day): boolean {
  if (movedAwayOn === null || movedAwayOn > today) return false
  return movedInOn === null || movedInOn > today || movedInOn <= movedAwayOn
}
