/** What a Digital Post message is built from. Moments are Date; the builder writes them in UTC. */
export type MemoMessage = {
  /** A v4 UUID made and stored before the first attempt: the receiver refuses the same key twice. */
  messageUuid: string
  /** Our letter id, comes back in receipts. */
  messageId: string
  createdAt: Date
  language: string
  /** Shown outside the login, in the inbox and on the phone's lock screen: says nothing about the person. */
  label: string
  notification?: string
  sender: { cvr: string; label: string }
  recipient: { cpr: string }
  document: { id: string; label: string; fileName: string; pdf: Uint8Array }
  reply: { label: string; url: string } | null
  talk: MemoTalk | null
}

export type MemoTalk = {
  /** Text of the button. */
  label: string
  reservationUuid: string
  description: string
  abstract: string
  location: string
  startsAt: Date
  endsAt: Date
  organizerName: string
  organizerMail?: string
}
