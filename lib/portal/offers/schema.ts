import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { audiences, needs } from './rules'

const words = (most: number) => z.string().trim().min(2, 'portal.error.text').max(most, 'portal.error.tooLong')
const list = <T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(values)).min(1, message))
const optional = (most: number) => z.string().trim().max(most, 'portal.error.tooLong').default('').transform((text) => text || null)

const fields = z.object({
  titleDa: words(80), titleEn: words(80), summaryDa: words(400), summaryEn: words(400),
  audience: list(audiences, 'portal.error.audience'), needs: list(needs, 'portal.error.needs'),
  partnerId: z.union([z.uuid(), z.literal('')]).default('').transform((id) => id || null),
  contact: optional(120),
  url: z.union([z.literal(''), z.url({ protocol: /^https$/, error: 'portal.error.url' }).max(300)]).default('').transform((text) => text || null),
  inLetter: z.literal('on').optional().transform((value) => value === 'on'),
  ...dayParts('from'), ...dayParts('to'),
})

function read(input: z.output<typeof fields>, context: z.RefinementCtx) {
  const { titleDa, titleEn, summaryDa, summaryEn, audience, needs: need, partnerId, contact, url, inLetter } = input
  const publishedFrom = readDay(input, 'from', context)
  const publishedTo = readDay(input, 'to', context)
  if (publishedFrom && publishedTo && publishedTo < publishedFrom) context.addIssue({ code: 'custom', path: ['to'], message: 'portal.error.to' })
  return { titleDa, titleEn, summaryDa, summaryEn, audience, needs: need, partnerId, contact, url, inLetter, publishedFrom, publishedTo }
}

export const newOfferInput = fields.transform(read)
export const editOfferInput = fields.extend({ offerId: z.uuid(), version: recordVersion }).transform((input, context) => ({ offerId: input.offerId, version: input.version, offer: read(input, context) }))
