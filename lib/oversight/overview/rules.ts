import { hoursLeft } from '../breaches/rules'
import { diffDays, type Day } from '@/lib/platform/day'

export type Overview = { requests: number; nextDue: Day | null; waitingRun: string | null; breaches: number; clock: Date | null; unassessed: number; holds: number; /** Look-ups nobody has said anything about. */ unusual: number; /** Of the sample, and times the glass was broken, that nobody has looked at. */ samples: number; glasses: number }
export type Attention = { key: 'clock' | 'breachOver' | 'breachOpen' | 'requestLate' | 'requestSoon' | 'requests' | 'run' | 'glasses' | 'unusual' | 'samples' | 'holds'; tone: 'error' | 'warning' | 'info'; count: number; href: string }

/** Within how many days an answer counts as urgent. */
const SOON_DAYS = 7

/** What needs somebody, the most urgent first. Nothing that is merely there. */
export function attentionOf({ requests, nextDue, waitingRun, breaches, clock, holds, unusual, samples, glasses }: Overview, today: Day, now: Date): Attention[] {
  const found: Attention[] = []
  if (clock) {
    const hours = hoursLeft(clock, now)
    found.push({ key: hours < 0 ? 'breachOver' : 'clock', tone: hours < 24 ? 'error' : 'warning', count: Math.abs(hours), href: '/protection/breaches' })
  } else if (breaches > 0) found.push({ key: 'breachOpen', tone: 'info', count: breaches, href: '/protection/breaches' })
  if (requests > 0 && nextDue) {
    const days = diffDays(today, nextDue)
    found.push(days < 0 ? { key: 'requestLate', tone: 'error', count: -days, href: '/protection/requests' } : days <= SOON_DAYS ? { key: 'requestSoon', tone: 'warning', count: days, href: '/protection/requests' } : { key: 'requests', tone: 'info', count: requests, href: '/protection/requests' })
  }
  if (waitingRun) found.push({ key: 'run', tone: 'warning', count: 1, href: `/protection/retention/${waitingRun}` })
  if (glasses > 0) found.push({ key: 'glasses', tone: 'warning', count: glasses, href: '/reviews' })
  if (unusual > 0) found.push({ key: 'unusual', tone: 'warning', count: unusual, href: '/audit/unusual' })
  if (samples > 0) found.push({ key: 'samples', tone: 'info', count: samples, href: '/reviews' })
  if (holds > 0) found.push({ key: 'holds', tone: 'info', count: holds, href: '/protection/holds' })
  const weight = { error: 0, warning: 1, info: 2 }
  return found.sort((a, b) => weight[a.tone] - weight[b.tone])
}
