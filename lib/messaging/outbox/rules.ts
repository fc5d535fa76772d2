/** What is known after an attempt to hand a message over. */
export type Delivery =
  | { kind: 'sent'; receipt: string }
  /** Nothing was handed over and trying again may help: no connection, or the server asks to wait (4xx before the text was sent). */
  | { kind: 'again'; code: string }
  /** The server said no for good. */
  | { kind: 'refused'; code: string }
  /** The text was on its way when the line was cut: it may have arrived. Settled by a person, never resent blindly. */
  | { kind: 'uncertain'; code: string }

/** Attempts before a message that cannot be handed over is given to a person. With the queue's doubling pauses about a day. */
export const MOST_ATTEMPTS = 12

/** Seconds a worker has for one message before it counts as lost. Longer than the longest SMTP wait. */
export const LEASE_SECONDS = 180

export type MessageState = 'QUEUED' | 'SENT' | 'UNCERTAIN' | 'FAILED'

export function stateAfter(delivery: Delivery, attempts: number): MessageState {
  if (delivery.kind === 'sent') return 'SENT'
  if (delivery.kind === 'uncertain') return 'UNCERTAIN'
  return delivery.kind === 'again' && attempts < MOST_ATTEMPTS ? 'QUEUED' : 'FAILED'
}

/** Minutes until the next attempt: 1, 2, 4 … at most 4 hours. */
export function pauseMinutes(attempts: number): number {
  return Math.min(2 ** Math.max(0, attempts - 1), 240)
}

/**
 * What an SMTP failure means. `textStarted`: the server had accepted the envelope and taken the first byte of the text. An answer after
 * that is the server's word; silence after it is doubt.
 */
export function deliveryOf(failure: { responseCode?: number; code?: string }, textStarted: boolean): Delivery {
  const { responseCode } = failure
  const code = responseCode ? `smtp-${responseCode}` : (failure.code ?? 'smtp-error').toLowerCase()
  if (responseCode && responseCode >= 500) return { kind: 'refused', code }
  if (responseCode && responseCode >= 400) return { kind: 'again', code }
  return textStarted ? { kind: 'uncertain', code } : { kind: 'again', code }
}

const cprLike = /\b\d{6}[-\s]?\d{4}\b/

/** A subject is read on locked screens and by mail servers on the way: one line, no CPR number. Throws RangeError. */
export function checkSubject(subject: string): void {
  if (/[\r\n]/.test(subject) || cprLike.test(subject)) throw new RangeError('A mail subject is one line without a CPR number')
}
