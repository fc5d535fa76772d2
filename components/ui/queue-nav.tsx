import Link from 'next/link'
import { CountBadge } from './count-badge'
import type { Tone } from './tone'

export type Queue = { href: string; label: string; count: number; tone?: Tone; current: boolean }
export type QueueGroup = { label: string; queues: Queue[] }

/** Queues as plain sentences with their number, grouped. Choosing one replaces the former. Folds to one line on a phone. */
export function QueueNav({ label, groups }: { label: string; groups: QueueGroup[] }) {
  return (
    <nav aria-label={label} className="no-print queue-nav">
      {groups.map((group) => (
        <section key={group.label}>
          <h2 className="eyebrow">{group.label}</h2>
          <ul>
            {group.queues.map((queue) => (
              <li key={queue.href}>
                <Link href={queue.href} prefetch={false} aria-current={queue.current ? 'page' : undefined}>
                  <span className="min-w-0 flex-1">{queue.label}</span>
                  <CountBadge count={queue.count} tone={queue.count > 0 ? queue.tone : 'neutral'} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
