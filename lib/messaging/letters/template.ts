import type { Day } from '@/lib/platform/day'

/**
 * A letter template is data the municipality owns: its own words, in blocks, with merge fields written as {{firstName}}. A version that
 * has been sent is never edited; a change is a new version, so that a filed letter can always name the text it was made from.
 */
export type LetterTemplate = {
  id: string
  version: number
  /** BCP 47, also the language the document is marked with: 'da', 'en', 'ar' … */
  language: string
  /** First heading and document title. Shown outside the letter too, so it may only hold fields that say nothing about the person. */
  title: string
  blocks: Block[]
  labels: LetterLabels
  /** What this version prints: derived by declaredFields() and checked against it when saved. */
  fields: MergeField[]
  /** True when the text itself prints the recipient's address (the envelope window does not count). */
  printsAddress: boolean
}

/** The few fixed words around the text. {page} and {pages} are filled in. */
export type LetterLabels = { page: string; reference: string }

export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: string[] }
  /** Filled from the offers published on the day of the run; `none` is printed when there are none. */
  | { kind: 'offers'; heading: string; intro: string; none: string }
  /** `open` invites to choose a time; `booked` is printed instead, with time and place, where a talk is booked. */
  | { kind: 'invitation'; heading: string; open: string; booked: string; whenLabel: string; whereLabel: string; withLabel: string }
  /** The personal code as link and QR. */
  | { kind: 'reply'; heading: string; text: string; linkLabel: string; codeLabel: string; qrAlt: string }
  /** The right to bring a companion: forvaltningsloven § 8. */
  | { kind: 'companion'; heading: string; text: string }
  | { kind: 'contact'; heading: string; text: string; labels: ContactLabels }
  /** The coordinator's name, and with `labels` the ways to reach them beside it. */
  | { kind: 'signature'; greeting: string; labels?: ContactLabels }

export type ContactLabels = { phone: string; email: string; hours: string }

type FieldRule = { personal: boolean; address?: true }

/**
 * Every field a template may print. Personal ones are kept out of the title. There is no field for anybody's address but the
 * recipient's own: a letter that can print another person's address is how protected addresses have leaked.
 */
export const MERGE_FIELDS = {
  firstName: { personal: true },
  fullName: { personal: true },
  address: { personal: true, address: true },
  letterDate: { personal: false },
  year: { personal: false },
  municipality: { personal: false },
  unit: { personal: false },
  coordinatorName: { personal: false },
  coordinatorTitle: { personal: false },
  coordinatorPhone: { personal: false },
  coordinatorEmail: { personal: false },
  coordinatorHours: { personal: false },
  replyLink: { personal: true },
  replyCode: { personal: true },
  replyBy: { personal: false },
  talkDate: { personal: true },
  talkTime: { personal: true },
  talkPlace: { personal: true },
  eventDate: { personal: false },
  eventTime: { personal: false },
  eventPlace: { personal: false },
} as const satisfies Record<string, FieldRule>

export type MergeField = keyof typeof MERGE_FIELDS

export type Channel = 'digital' | 'paper'

export type Sender = {
  municipality: string
  unit: string
  /** Postal address lines of the sender. */
  lines: string[]
  phone: string
  email: string
  website: string
  /** '#rrggbb', at least 4.5 : 1 against white. */
  colour: string
  /** Coat of arms or word mark; the name is printed as text beside it either way. */
  logoSvg?: string
}

export type Coordinator = { name: string; title: string; phone: string; email: string; hours?: string }
export type LetterOffer = { name: string; provider: string; description: string; contact?: string }
export type Appointment = { startsAt: Date; endsAt: Date; place: string }

/** What one letter is merged from. Addresses carry whose they are, so that a mix-up is refused and not printed. */
export type LetterData = {
  letterId: string
  channel: Channel
  date: Day
  largePrint: boolean
  recipient: { personId: string; firstName: string; fullName: string; addressProtected: boolean }
  address: { personId: string; lines: string[] } | null
  sender: Sender
  coordinator: Coordinator
  reply: { link: string; code: string; by?: Day } | null
  talk: Appointment | null
  event: Appointment | null
  offers: LetterOffer[]
}

export type Fact = { label: string; value: string }

/** A part of the finished letter as the page knows it: text is text here, whatever characters it holds. */
export type MergedBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'offers'; offers: { name: string; provider: string; text: string; contact: string }[] }
  | { kind: 'facts'; rows: Fact[] }
  | { kind: 'reply'; heading: string; text: string; link: string; linkLabel: string; code: string; codeLabel: string; qrAlt: string }
  | { kind: 'signature'; greeting: string; lines: string[]; rows: Fact[] }

/** One finished letter: everything on the paper and nothing else. Same letter, same bytes. */
export type MergedLetter = {
  letterId: string
  templateId: string
  templateVersion: number
  language: string
  title: string
  date: Day
  dateText: string
  channel: Channel
  largePrint: boolean
  /** What shows in the envelope window: name and postal address on paper, the name alone in Digital Post. */
  windowLines: string[]
  /** The page carries the address of a person with a protected one: by hand only, never in a shared print file. */
  carriesProtectedAddress: boolean
  sender: Sender
  blocks: MergedBlock[]
  labels: LetterLabels
}
