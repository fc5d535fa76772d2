import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { statusIcons, type Tone } from './tone'

/** A status in a word or two with its symbol. */
export function Tag({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}><Icon name={icon ?? statusIcons[tone]} />{children}</span>
}
