import { addDays, type Day, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { DemoStaff } from './users'

/** What stands on the yellow notes, and how many days ago it was written. */
const NOTES: readonly (readonly [string, number])[] = [
  ['Ring efter kl. 13. Han sover om formiddagen og tager ikke telefonen.', 9],
  ['Bruger helst sms. Skriv, hvem du er, ellers svarer hun ikke.', 34],
  ['Hund i huset: aftal besøg dagen før.', 61],
  ['Vil ikke have breve i kuvert med kommunens logo. Brug Digital Post.', 3],
  ['Konen Mette må gerne svare på vegne af ham, når det gælder tider. Ikke andet.', 18],
  ['Undgå nytår og den 5. september: ring i god tid før, eller vent til ugen efter.', 47],
]

/** A sticky note on some of everybody's people; one was changed. */
export async function loadNotes(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  for (const who of ['caseworker', 'coordinator', 'colleague'] as const) {
    const people = await db.assignment.findMany({ where: { userId: staff[who], toDay: null, caseRole: 'coordinator', person: { protection: 'P0' } }, select: { personId: true }, orderBy: { personId: 'asc' }, take: 12 })
    const rows = people.filter((_, nth) => nth % 2 === 0).flatMap(({ personId }, nth) => {
      const [text, ago] = NOTES[nth % NOTES.length] ?? ['', 1]
      const at = (days: number) => momentAt(addDays(today, -days), 10, 35)
      return [...(nth === 0 ? [{ personId, text: 'Ring om eftermiddagen.', recordedBy: staff[who], recordedAt: at(ago + 80) }] : []), { personId, text, recordedBy: staff[who], recordedAt: at(ago) }]
    })
    await db.personNote.createMany({ data: rows })
  }
}
