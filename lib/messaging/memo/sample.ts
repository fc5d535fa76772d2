import type { MemoMessage, MemoTalk } from './message'
import { NEUTRAL_LABELS } from './neutral'

/** A made-up message for tests and trial deliveries: the CPR number is a replacement number (day + 60) that belongs to nobody. */
export function sampleMemo(changes: Partial<MemoMessage> = {}): MemoMessage {
  const words = NEUTRAL_LABELS.da
  return {
    messageUuid: '3d1f6a52-8c0e-4f7b-9d21-5b7e0c9a4f11',
    messageId: '5f0c2b1e-6f0d-4b7e-9a54-3c8f1d2e7a90',
    createdAt: new Date('2026-09-01T21:30:00Z'),
    language: 'da',
    label: words.label,
    notification: words.notification,
    sender: { cvr: '12345678', label: 'Eksempel Kommune' },
    recipient: { cpr: '6101809990' },
    document: { id: '5f0c2b1e-6f0d-4b7e-9a54-3c8f1d2e7a90', label: words.document, fileName: '5f0c2b1e-6f0d-4b7e-9a54-3c8f1d2e7a90.pdf', pdf: new TextEncoder().encode('%PDF-1.7 made up') },
    reply: { label: words.reply, url: 'https://indgang.eksempel.example/svar/K7QM-2XVD-94HT' },
    talk: null,
    ...changes,
  }
}

export const SAMPLE_TALK: MemoTalk = {
  label: NEUTRAL_LABELS.da.talk,
  reservationUuid: '9b2d7c40-1e5a-4c3f-8f60-7a1d2e3b4c5d',
  description: 'Samtale med Kirsten Holm',
  abstract: NEUTRAL_LABELS.da.appointment,
  location: 'Rådhustorvet 4, lokale 2.14',
  startsAt: new Date('2026-09-15T08:30:00Z'),
  endsAt: new Date('2026-09-15T09:15:00Z'),
  organizerName: 'Kirsten Holm',
  organizerMail: 'kirsten.holm@eksempel.example',
}
