import { useFormatter } from 'next-intl'
import type { Tone } from './tone'

/** A number beside a word, e.g. a queue. `label` is read aloud when the word before it does not say what is counted. */
export function CountBadge({ count, tone = 'neutral', label }: { count: number; tone?: Tone; label?: string }) {
  const format = useFormatter()
  return <span className={`count tag-${tone}`}>{format.number(count)}{label && <span className="sr-only"> {label}</span>}</span>
}
