import 'server-only'
import { withinLimit, visitorKey, type Limit } from '@/lib/access/rate-limit'

/** One household behind one address opens its page a few times; somebody guessing needs billions of tries. */
const perVisitor: Limit = { name: 'reply-open', points: 120, seconds: 900 }
/** Many addresses working together meet this one. Far above what 50,000 letters on one day bring. */
const altogether: Limit = { name: 'reply-open-all', points: 20_000, seconds: 900 }
/** How often one visitor may send one form: whoever has used up one of them can still send the others. */
export const sendLimit = (form: 'sendReply' | 'stopLetters' | 'cancelTalk' | 'answerEvent'): Limit => ({ name: `reply-${form}`, points: 300, seconds: 900 })

/** True when this visitor may try a code now. Counted for right and wrong codes alike, so that the answer takes the same time. */
export async function mayTryCode(): Promise<boolean> {
  const visitor = await visitorKey()
  const mine = visitor === 'direct' || (await withinLimit(perVisitor, visitor))
  return (await withinLimit(altogether, 'all')) && mine
}
