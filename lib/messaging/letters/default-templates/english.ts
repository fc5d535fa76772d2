import { withDeclarations } from '../rules'
import type { Block, LetterTemplate } from '../template'

const labels = { page: 'Page {page} of {pages}', reference: 'Letter ID' }

const salutation: Block = { kind: 'paragraph', text: 'Dear {{firstName}}' }

const offers: Block = {
  kind: 'offers',
  heading: 'What is on offer for you and those close to you',
  intro: 'These are open to you now. Most of them welcome relatives too.',
  none: 'We are putting together a new overview of what is on offer. Call or write to me, and I will tell you what is open to you and those close to you now.',
}

const reply: Block = {
  kind: 'reply',
  heading: 'How to answer',
  text: 'Scan the code with your phone, or open the address below. You do not need to log in. Choose a time, ask me to call, put it off to another month or say no thank you. Or simply ring me.',
  linkLabel: 'Address:',
  codeLabel: 'Your code:',
  qrAlt: 'QR code that opens your personal reply page. The address is also printed as text beside it.',
}

const companion: Block = {
  kind: 'companion',
  heading: '',
  text: 'Bring someone with you if you like. You have the right to bring a companion to the talk: your partner, a friend or another veteran, for example. This follows from section 8 of the Danish Public Administration Act. You do not need to ask first.',
}

const whoSees: Block[] = [
  { kind: 'heading', text: 'Who sees your answer?' },
  {
    kind: 'paragraph',
    text: 'Only I and the few colleagues who stand in for me see your answer. We do not pass it on without asking you. Would you rather not have more letters? Choose “Do not write to me again” on the reply page, or tell me. You can always change your mind.',
  },
]

const contactLabels = { phone: 'Telephone', email: 'E-mail', hours: 'Hours' }

const signature: Block = { kind: 'signature', greeting: 'Kind regards', labels: contactLabels }

const invitation: Block = {
  kind: 'invitation',
  heading: 'Shall we talk about your plans?',
  open: 'I would like to invite you to a talk about what you want to do: work, education, family, spare time or something else entirely. You decide what we talk about and where we meet: at my office, at your home or on a walk.',
  booked: 'We have arranged a talk about what you want to do: work, education, family, spare time or something else entirely. If the time no longer suits you, choose another on the reply page or call me.',
  whenLabel: 'When',
  whereLabel: 'Where',
  withLabel: 'With',
}

export const yearlyLetterEn: LetterTemplate = withDeclarations({
  id: 'yearly-letter',
  version: 1,
  language: 'en',
  title: 'What we offer, and an invitation to talk',
  labels,
  blocks: [
    salutation,
    {
      kind: 'paragraph',
      text: 'You have served abroad for Denmark. In {{municipality}} we value what you have done. That is why we write to you at least once a year: to tell you what we can offer you and those close to you, and to hear what you need or would like to contribute. I am the veteran coordinator and your way in to the municipality. If you are not sure who can help, start with me.',
    },
    invitation,
    companion,
    offers,
    reply,
    ...whoSees,
    signature,
  ],
})

export const firstLetterEn: LetterTemplate = withDeclarations({
  id: 'first-letter',
  version: 1,
  language: 'en',
  title: 'Welcome – your way in to the municipality',
  labels,
  blocks: [
    salutation,
    {
      kind: 'paragraph',
      text: 'You live in {{municipality}} and have served abroad for Denmark. Thank you for what you have done. We would like to know you, and you should know where to turn.',
    },
    {
      kind: 'paragraph',
      text: 'I am the veteran coordinator and your way in to the municipality. I know what is on offer, show the way to the right place and see to it that the people you meet work together. Your relatives can use me too.',
    },
    invitation,
    companion,
    offers,
    reply,
    ...whoSees,
    signature,
  ],
})

export const flagDayEn: LetterTemplate = withDeclarations({
  id: 'flag-day',
  version: 1,
  language: 'en',
  title: 'Invitation to the flag day for Denmark’s deployed personnel',
  labels,
  blocks: [
    salutation,
    {
      kind: 'paragraph',
      text: 'On 5 September Denmark flies the flag for everyone who is or has been deployed. {{municipality}} marks the day with a reception, and we would like you to be there.',
    },
    { kind: 'heading', text: 'Time and place' },
    { kind: 'paragraph', text: 'We meet on {{eventDate}} at {{eventTime}}. The place is {{eventPlace}}.' },
    { kind: 'list', items: ['You are welcome to bring your family or a friend. You also have the right to bring a companion.', 'You may wear uniform and medals, but you do not have to.', 'If you need transport, an interpreter or help getting around, let us know.'] },
    {
      ...reply,
      heading: 'Will you come?',
      text: 'Scan the code with your phone, or open the address below, and tell us how many you will be. Please answer by {{replyBy}}. You do not need to log in.',
    },
    {
      kind: 'paragraph',
      text: 'Only the veteran coordinator and the staff who hold the reception see your answer. On the reply page you can also say no thank you to further letters.',
    },
    signature,
  ],
})
