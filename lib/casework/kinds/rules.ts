import { type ContactChannel, channels } from '../contacts/rules'

/** Called as its channel: entries without a kind are read as it, and so it counts as that for good. */
export const isShipped = (code: string): boolean => (channels as readonly string[]).includes(code)

/** What it counts as may still be changed: no entry was read by it. */
export const mayChangeChannel = ({ code, used }: { code: string; used: boolean }): boolean => !isShipped(code) && !used

export type Channel = Exclude<ContactChannel, 'none'>
