/** Mails that wait for a person: the line was cut while the text was leaving, or the server said no for good. */
export type OpenMailState = 'UNCERTAIN' | 'FAILED'
export function isOpen(state: string): state is OpenMailState {
  return state === 'UNCERTAIN' || state === 'FAILED'
}

export const settlements = ['sent', 'again', 'close'] as const
export type Settlement = (typeof settlements)[number]

/** What may be said of such a mail. One the server refused never arrived, so nobody can say that it did. */
export function settlementsOf(state: OpenMailState): readonly Settlement[] {
  return state === 'UNCERTAIN' ? settlements : ['again', 'close']
}
