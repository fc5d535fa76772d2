import { isWorkingDay } from '@/lib/deadlines/working-days'
import { addDays, addMonths, dayFromDb, type Day, dayToDb } from '@/lib/platform/day'
import type { NoteKind } from '@/lib/associations/notes/rules'
import { writtenAt } from '../moments'
import type { Prisma, PrismaClient } from '../../generated/client'
import { randomFor } from '../random'

/** The day itself, or the nearest working day after or before it. */
const workingDay = (day: Day, after: boolean): Day => (isWorkingDay(day, []) ? day : workingDay(addDays(day, after ? 1 : -1), after))

const AGENDA = '1. Siden sidst\n2. Hvordan går samarbejdet?\n3. De frivillige: trivsel, kurser og anerkendelse\n4. Aftalen: holder den?\n5. Det aftaler vi'
const POINTS = ['Kommunen finder et lokale med tilgængelig indgang', 'Foreningen skriver ud om kurset i tavshedspligt', 'Ny kontaktperson på plejecentret får telefonlisten', 'Vi ser på pladserne igen til foråret', 'Foreningen sender tal for frivilliges timer']
const NOTES: readonly (readonly [NoteKind, string])[] = [
  ['responsiveness', 'Ringer altid tilbage samme dag.'], ['trust', 'Holdt ord om de to ekstra besøgsvenner, selv om det var i ferien.'], ['responsiveness', 'Skrev to gange uden svar; formanden var på ferie. Ring i stedet.'],
  ['trust', 'Sagde selv til, da en frivillig ikke slog til. Godt tegn.'], ['other', 'Vil gerne have invitationen til festen i god tid.'], ['responsiveness', 'Svarer på mail, men først efter en uge.'],
]

/** Of the associations with an agreement: some met last year and are due, some were met lately, one has a day; with what is still to be done, and how it goes. */
export async function loadDialogues(db: PrismaClient, today: Day, lead: string): Promise<void> {
  const all = await db.partnership.findMany({ include: { association: { select: { name: true, contacts: { select: { name: true }, take: 1 } } } }, orderBy: [{ association: { name: 'asc' } }, { id: 'asc' }] })
  const meetings: Prisma.DialogueMeetingCreateManyInput[] = [], points: Prisma.DialoguePointCreateManyInput[] = [], notes: Prisma.AssociationNoteCreateManyInput[] = []
  for (const [nth, one] of all.entries()) {
    const draw = randomFor(`dialogue ${one.association.name} ${nth}`)
    const began = dayFromDb(one.fromDay)
    const held = [addDays(addMonths(today, -13), draw.between(-20, 10)), addDays(addMonths(today, -2), draw.between(-40, 10))].filter((day) => day > began && draw.chance(0.7))
    for (const wanted of [...held, ...(nth % 7 === 1 ? [addDays(today, draw.between(6, 40))] : [])]) {
      const day = workingDay(wanted, wanted > today)
      const id = draw.uuid()
      meetings.push({ id, associationId: one.associationId, onDay: dayToDb(day), agenda: AGENDA, participants: `${one.association.contacts[0]?.name ?? 'Formanden'} fra foreningen, frivilligkoordinatoren og en leder fra kommunen`, createdBy: lead, createdAt: writtenAt(addDays(day < today ? day : today, -10), 10, 15) })
      if (day < today) for (const words of draw.shuffled(POINTS).slice(0, draw.between(1, 2))) {
        const due = addDays(day, draw.between(20, 100))
        points.push({ meetingId: id, words, dueOn: dayToDb(due), doneOn: due < today && draw.chance(0.8) ? dayToDb(addDays(due, -draw.between(0, 9))) : null, recordedBy: lead, recordedAt: writtenAt(day, 14, 0) })
      }
    }
    if (draw.chance(0.6)) {
      const [about, words] = draw.pick(NOTES)
      const on = addDays(today, -draw.between(4, 200))
      notes.push({ associationId: one.associationId, about, words, onDay: dayToDb(on), recordedBy: lead, recordedAt: writtenAt(on, 15, 20) })
    }
  }
  await db.dialogueMeeting.createMany({ data: meetings })
  await db.dialoguePoint.createMany({ data: points })
  await db.associationNote.createMany({ data: notes })
}
