/** How long one's own wrong click can be taken back. After that it is history, and what is right is logged beside it. */
export const WITHDRAW_MINUTES = 15

export type Logged = { recordedBy: string; recordedAt: Date; withdrawnAt: Date | null }

/** Null when it may be taken back, else the code of the sentence that says why not. */
export function withdrawRefusal(attempt: Logged, userId: string, now: Date): 'withdrawn' | 'another' | 'late' | null {
  if (attempt.withdrawnAt) return 'withdrawn'
  if (attempt.recordedBy !== userId) return 'another'
  return now.getTime() - attempt.recordedAt.getTime() > WITHDRAW_MINUTES * 60_000 ? 'late' : null
}

/** The task of the ladder an attempt answers, whether it reached the person or not. */
export function rungOf(channel: string): 'PHONE' | 'OTHER_CHANNEL' | 'HOME_VISIT' {
  if (channel === 'PHONE') return 'PHONE'
  return channel === 'HOME_VISIT' ? 'HOME_VISIT' : 'OTHER_CHANNEL'
}
