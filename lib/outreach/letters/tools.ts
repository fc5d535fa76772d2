import type { Channels } from '@/lib/messaging/channels/channel'
import type { LetterRenderer } from '@/lib/messaging/letters/render'
import type { Day } from '@/lib/platform/day'
import type { RunText } from '../runs/content/content'
import type { LetterFrame } from './compose'

/** The moments a sending can be cut off at; tests cut there. */
export type SendPoint = 'planned' | 'claimed' | 'stored' | 'sending' | 'delivered'

/** What sending a run takes besides the database. */
export type SendTools = {
  channels: Channels
  renderer: LetterRenderer
  publicUrl: string
  /** Letters claimed at a time: small enough that a stop is obeyed within five seconds. */
  batch: number
  /** How long a worker may be silent before another takes its letters over. */
  leaseSeconds: number
  /** Seconds one job works before it hands on to the next. */
  budgetSeconds: number
  today: () => Day
  signal: AbortSignal
  reached?: (point: SendPoint) => void | Promise<void>
}

/** A run that is being sent: its id, its pinned text and the tools. */
export type Sending = { runId: string; frame: LetterFrame; texts: readonly RunText[]; tools: SendTools }

/** A letter and the number its claim got; a write with an older number is refused. */
export type Claim = { letterId: string; fence: number; personId: string }
