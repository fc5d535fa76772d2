/**
 * What an action gives back to its form: what was wrong, and everything that was typed, so that nothing has to be typed twice.
 * Every text here is ready to show (already in the reader's language). `null` before the form was sent.
 */
export type FormState = {
  message?: string
  fields?: Record<string, string[] | undefined>
  values: Record<string, string | string[]>
  ok?: boolean
  /** The session ended while the form stood open: the text is kept and the form offers to sign in again. */
  signedOut?: boolean
  /** Done only by somebody who proves again who they are: what to ask for in the field `proof`. */
  stepUp?: 'password' | 'code' | 'provider'
} | null
