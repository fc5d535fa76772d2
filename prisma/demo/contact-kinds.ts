import { addMonths, type Day, dayToDb } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { Random } from './random'

/** Ways this municipality has a word of its own for, beside those every installation begins with. The last went out of use, and old talks are of it. */
export const DEMO_KINDS = [
  { code: 'workplace', nameDa: 'Besøg på arbejdspladsen', nameEn: 'Visit to the workplace', channel: 'meeting', position: 8 },
  { code: 'cafe', nameDa: 'Veterancaféen', nameEn: 'The veterans’ café', channel: 'meeting', position: 9 },
  { code: 'screen', nameDa: 'Skærmsamtale fra lokalbiblioteket', nameEn: 'Screen talk from the local library', channel: 'video', position: 10 },
] as const
/** Nobody has talked from the library for so many months. */
const LIBRARY_CLOSED = 14

export async function loadContactKinds(db: PrismaClient, today: Day): Promise<void> {
  await db.contactKind.createMany({ data: DEMO_KINDS.map((kind) => ({ ...kind, retiredOn: kind.code === 'screen' ? dayToDb(addMonths(today, -LIBRARY_CLOSED)) : null })) })
}

type Spoken = { outcome: 'reached' | 'tried' | 'work'; channel: string; notes: readonly (readonly [topic: string, text: string])[] }

/** What a talk is called: where it says a workplace or is about nothing heavy, sometimes by the municipality’s own word; else as its channel. Null for work. */
export function kindOf({ outcome, channel, notes }: Spoken, on: Day, today: Day, draw: Random): string | null {
  if (outcome === 'work') return null
  if (outcome !== 'reached') return channel
  if (channel === 'video') return on < addMonths(today, -LIBRARY_CLOSED) && draw.chance(0.5) ? 'screen' : channel
  if (channel !== 'meeting') return channel
  const text = notes.map(([, words]) => words).join(' ')
  if (/praktik|makker|mester/i.test(text)) return draw.chance(0.35) ? 'workplace' : channel
  return notes.every(([topic]) => ['general', 'everyday', 'family'].includes(topic)) && draw.chance(0.12) ? 'cafe' : channel
}
