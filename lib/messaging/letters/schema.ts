import { z } from 'zod'
import { isDay, type Day } from '@/lib/platform/day'
import { contrastWithWhite } from './colour'
import { LIMITS } from './limits'
import { checkTemplate, isSecureLink } from './rules'
import { type LetterTemplate, MERGE_FIELDS, type MergeField } from './template'

/** Messages are codes; the view turns them into sentences (messages: messaging.letters.problem.*). */
const line = (max: number = LIMITS.line) => z.string('required').trim().min(1, 'required').max(max, 'too-long')
const optionalLine = (max: number = LIMITS.line) => z.string().trim().max(max, 'too-long')
const text = z.string('required').trim().min(1, 'required').max(LIMITS.text, 'too-long')
const label = line(LIMITS.label)
const heading = optionalLine(LIMITS.title)
const contactLabels = z.strictObject({ phone: label, email: label, hours: label })

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text }),
  z.strictObject({ kind: z.literal('heading'), text: line(LIMITS.title) }),
  z.strictObject({ kind: z.literal('list'), items: z.array(text).min(1, 'required').max(LIMITS.listItems, 'too-many') }),
  z.strictObject({ kind: z.literal('offers'), heading, intro: text, none: text }),
  z.strictObject({ kind: z.literal('invitation'), heading, open: text, booked: text, whenLabel: label, whereLabel: label, withLabel: label }),
  z.strictObject({ kind: z.literal('reply'), heading: line(LIMITS.title), text, linkLabel: label, codeLabel: label, qrAlt: line() }),
  z.strictObject({ kind: z.literal('companion'), heading, text }),
  z.strictObject({ kind: z.literal('contact'), heading, text, labels: contactLabels }),
  z.strictObject({ kind: z.literal('signature'), greeting: line(), labels: contactLabels.optional() }),
])

export const letterTemplateSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'bad-id'),
    version: z.int('bad-version').min(1, 'bad-version'),
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'bad-language'),
    title: line(LIMITS.title),
    labels: z.strictObject({ page: label.refine((value) => value.includes('{page}') && value.includes('{pages}'), 'page-label'), reference: label }),
    blocks: z.array(block).min(1, 'required').max(LIMITS.blocks, 'too-many'),
    fields: z.array(z.enum(Object.keys(MERGE_FIELDS) as MergeField[])),
    printsAddress: z.boolean(),
  })
  .superRefine((template, context) => {
    for (const problem of checkTemplate(template satisfies LetterTemplate)) {
      const path = !('block' in problem) ? [] : problem.block === 'title' ? ['title'] : ['blocks', problem.block]
      context.addIssue({ code: 'custom', message: problem.code, path, params: problem })
    }
  })

const appointment = z
  .strictObject({ startsAt: z.date(), endsAt: z.date(), place: line() })
  .refine((value) => value.endsAt > value.startsAt, { message: 'ends-before-start', path: ['endsAt'] })

export const senderSchema = z.strictObject({
  municipality: line(LIMITS.title),
  unit: line(LIMITS.title),
  lines: z.array(line()).max(LIMITS.addressLines, 'too-many'),
  phone: optionalLine(LIMITS.label),
  email: optionalLine(),
  website: optionalLine(),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'bad-colour')
    // WCAG 1.4.3 holds for the letter too: the heading is printed in this colour.
    .refine((value) => !/^#[0-9a-fA-F]{6}$/.test(value) || contrastWithWhite(value) >= 4.5, 'colour-contrast'),
  logoSvg: z.string().max(LIMITS.logo, 'too-long').startsWith('<svg', 'bad-logo').optional(),
})

export const letterDataSchema = z.strictObject({
  letterId: z.uuid('bad-id'),
  channel: z.enum(['digital', 'paper']),
  date: z.custom<Day>((value) => typeof value === 'string' && isDay(value), 'bad-day'),
  largePrint: z.boolean(),
  recipient: z.strictObject({ personId: line(), firstName: line(LIMITS.name), fullName: line(LIMITS.name), addressProtected: z.boolean() }),
  address: z.strictObject({ personId: line(), lines: z.array(optionalLine()).max(LIMITS.addressLines, 'too-many') }).nullable(),
  sender: senderSchema,
  coordinator: z.strictObject({ name: line(LIMITS.name), title: line(), phone: line(LIMITS.label), email: line(), hours: optionalLine().optional() }),
  reply: z
    .strictObject({
      link: z.string().max(LIMITS.link, 'too-long').refine(isSecureLink, 'link-not-secure'),
      code: line(LIMITS.code),
      by: z.custom<Day>((value) => typeof value === 'string' && isDay(value), 'bad-day').optional(),
    })
    .nullable(),
  talk: appointment.nullable(),
  event: appointment.nullable(),
  offers: z
    .array(
      z.strictObject({
        name: line(),
        provider: optionalLine(),
        description: z.string().trim().max(LIMITS.offerText, 'too-long'),
        contact: optionalLine().optional(),
      }),
    )
    .max(LIMITS.offers, 'too-many'),
})
