import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type TimelineEntry = {
  key: string
  title: ReactNode
  /** When, and by whom. */
  meta: ReactNode
  icon?: IconName
  /** Left out on paper. */
  screenOnly?: boolean
  /** Unfolds under the title. */
  body?: ReactNode
}
export type TimelineGroup = { key: string; heading: ReactNode; entries: TimelineEntry[] }

/** What happened, newest first, under headings such as months. */
export function TimelineList({ groups, level = 3 }: { groups: TimelineGroup[]; level?: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4'
  return groups.map((group) => (
    <section key={group.key} className="mb-4">
      <Heading className="mb-2 border-b border-line pb-1">{group.heading}</Heading>
      <ol className="timeline">
        {group.entries.map((entry) => (
          <li key={entry.key} className={entry.screenOnly ? 'no-print' : undefined}>
            <span className="timeline-mark">
              <Icon name={entry.icon ?? 'dot'} />
            </span>
            {entry.body ? (
              <details>
                <summary className="font-semibold">{entry.title}</summary>
                <div className="mt-1 max-w-text">{entry.body}</div>
              </details>
            ) : (
              <p className="font-semibold">{entry.title}</p>
            )}
            <p className="text-sm text-muted">{entry.meta}</p>
          </li>
        ))}
      </ol>
    </section>
  ))
}
