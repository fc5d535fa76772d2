import { DEFAULT_TEMPLATES, templateFor } from '@/lib/messaging/letters/default-templates'
import { sampleLetterData, sampleOffers } from '@/lib/messaging/letters/sample'
import type { LetterData, LetterTemplate } from '@/lib/messaging/letters/template'
import type { MemoMessage } from '@/lib/messaging/memo/message'
import { SAMPLE_TALK, sampleMemo } from '@/lib/messaging/memo/sample'
import { addDays, momentAt, toDay } from '@/lib/platform/day'

export type BenchLetter = { template: LetterTemplate; data: LetterData }

const FIRST = ['Søren', 'Åse', 'Mads', 'Kirsten', 'Jens-Åge', 'Nadia', 'Bjørn', 'Ærling', 'Lars', 'Mette', 'Олена', 'Thorbjørg']
const LAST = ['Næsby', 'Ågård', 'Jensen', 'Mørch-Sørensen', 'Holm', 'Østergaard', 'Nguyễn', 'Kjær', 'von Bülow', 'Thomsen']
const STREETS = ['Østergrave', 'Gl. Hobrovej', 'Åboulevarden', 'Sdr. Allé', 'Vestergade', 'Rosenvænget']

/** Small and repeatable (mulberry32); the same seed gives the same letters on any machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Letters as a run has them: mostly Danish and Digital Post, some English, large print, on paper, with a booked talk. */
export function benchLetter(random: () => number): BenchLetter {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!
  const firstName = pick(FIRST)
  const code = uuid(random).slice(0, 14).toUpperCase()
  const talkDay = addDays(toDay('2026-09-07'), Math.floor(random() * 60))
  const template = templateFor(DEFAULT_TEMPLATES, random() < 0.15 ? 'first-letter' : 'yearly-letter', random() < 0.08 ? 'en' : 'da')!
  const data = sampleLetterData({
    letterId: uuid(random),
    channel: random() < 0.2 ? 'paper' : 'digital',
    largePrint: random() < 0.08,
    recipient: { personId: 'p', firstName, fullName: `${firstName} ${pick(LAST)} ${pick(LAST)}`, addressProtected: false },
    address: { personId: 'p', lines: [`${pick(STREETS)} ${1 + Math.floor(random() * 200)}`, '8900 Randers C'] },
    reply: { link: `https://indgang.eksempel.example/svar/${code}`, code, by: toDay('2026-10-01') },
    talk: random() < 0.15 ? { startsAt: momentAt(talkDay, 10), endsAt: momentAt(talkDay, 10, 45), place: 'Rådhustorvet 4, lokale 2.14' } : null,
    offers: sampleOffers(4 + Math.floor(random() * 5)),
  })
  return { template, data }
}

export function benchMemo({ data }: BenchLetter, pdf: Uint8Array, messageUuid: string): MemoMessage {
  return sampleMemo({
    messageUuid,
    messageId: data.letterId,
    document: { id: data.letterId, label: 'Brev', fileName: `${data.letterId}.pdf`, pdf },
    reply: { label: 'Svar på brevet', url: data.reply!.link },
    talk: data.talk && { ...SAMPLE_TALK, ...data.talk, location: data.talk.place },
  })
}

/** A v4-shaped id out of the seed. */
export function uuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${'89ab'[Math.floor(random() * 4)]}${hex.slice(17, 20)}-${hex.slice(20)}`
}
