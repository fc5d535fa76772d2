import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { fieldSets, longestEnd, purposes, readRecipient, ways } from './rules'

const many = z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(fieldSets)))

/** `today` is checked where it is written: schemas have no clock. */
export const consentInput = z
  .object({
    personId: z.uuid(), purpose: z.enum(purposes, 'consent.error.purpose'), recipient: z.string().default(''), recipientName: z.string().trim().max(120, 'consent.error.nameLong').default(''),
    fields: many, how: z.enum(ways, 'consent.error.how'), evidence: z.string().trim().max(500, 'consent.error.evidenceLong').default(''), heardIn: z.enum(['da', 'en']).default('da'),
    ...dayParts('givenOn'), ...dayParts('expiresOn'),
  })
  .transform((input, context) => {
    const fail = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const recipient = readRecipient(input.recipient, input.recipientName)
    if (!recipient) fail(input.recipient === 'other' ? 'recipientName' : 'recipient', input.recipient === 'other' ? 'consent.error.name' : 'consent.error.recipient')
    // What nobody signed must say how it is known.
    if (input.how !== 'written' && input.evidence.length < 10) fail('evidence', 'consent.error.evidence')
    const givenOn = readDay(input, 'givenOn', context, { required: 'consent.error.givenOn' })
    const expiresOn = readDay(input, 'expiresOn', context, { required: 'consent.error.expiresOn' })
    if (givenOn && expiresOn && expiresOn < givenOn) fail('expiresOn', 'consent.error.endsBefore')
    if (givenOn && expiresOn && expiresOn > longestEnd(givenOn)) fail('expiresOn', 'consent.error.tooLong')
    if (!recipient || !givenOn || !expiresOn) return z.NEVER
    const { personId, purpose, fields, how, evidence, heardIn } = input
    return { personId, purpose, fields, how, evidence: evidence || null, heardIn, recipient, givenOn, expiresOn }
  })

/** What another page proposes to ask for: filled in, and changed or not by whoever asks. */
export const consentPreset = z.object({ unit: z.uuid().nullable().catch(null).default(null), purpose: z.enum(purposes).nullable().catch(null).default(null), field: z.enum(fieldSets).nullable().catch(null).default(null) })
export type ConsentPreset = z.output<typeof consentPreset>

export const withdrawInput = z.object({ personId: z.uuid(), consentId: z.uuid(), how: z.enum(ways, 'consent.error.how'), note: z.string().trim().max(500, 'consent.error.evidenceLong').default('') })
