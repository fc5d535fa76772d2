import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { recordVersion } from '@/lib/platform/record-version'

/** Longest sticky note, in characters: what is read at a glance. */
export const STICKY_MOST = 500

/** `version`: how many times it had been written when the form was made. Without words the note is taken down. */
export const stickyInput = z.object({
  personId: z.uuid(), version: recordVersion,
  text: z.string().trim().normalize('NFC').max(STICKY_MOST, 'people.note.error.long').refine(withoutCpr, 'people.note.error.cpr').default(''),
})
