/** What is handed to a channel. `key` was made and stored before the first attempt and never changes. */
export type Delivery = {
  key: string
  kind: 'memo' | 'print' | 'manifest'
  bytes: Uint8Array
}

/**
 * accepted: it will leave, `receipt` is the channel's own word for it. duplicate: a delivery with this key was accepted before, so this is
 * the answer that got lost. refused: it will never leave as it is; the code says why. A thrown error means that nobody knows.
 */
export type DeliveryResult = { state: 'accepted'; receipt: string } | { state: 'duplicate' } | { state: 'refused'; code: string }

/** The seam for the real Digital Post connection and the real printer. */
export type Channel = {
  name: string
  /**
   * Whether the other end refuses a key it has seen. Only then may a delivery in doubt be tried again by itself; otherwise a person has to
   * find out whether it left.
   */
  refusesRepeats: boolean
  deliver: (delivery: Delivery) => Promise<DeliveryResult>
}

export type Channels = { digital: Channel; print: Channel }
