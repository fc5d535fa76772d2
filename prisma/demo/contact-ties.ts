import { addDays, type Day, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { DemoStaff } from './users'

const remarks = [
  ['praise', 'Godt, at du blev ved med at ringe. Det var det, der gjorde forskellen.'],
  ['comment', 'Husk, at bisidderen gerne vil have dagen at vide i god tid.'],
] as const

/** What ties the log together: the cases an entry is about, and what a colleague said about it. After the cases. */
export async function loadContactTies(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  await db.$executeRaw`INSERT INTO contact_case (contact_id, case_id, person_id) SELECT c.id, f.id, f.person_id FROM case_file f JOIN contact c ON c.person_id = f.person_id AND c.happened_at::date >= f.opened_on AND c.outcome <> 'tried'`
  for (const [writer, reader] of [[staff.coordinator, staff.colleague], [staff.colleague, staff.coordinator]] as const) {
    const newest = await db.contact.findMany({ where: { recordedBy: writer, outcome: 'reached', redactedAt: null }, orderBy: [{ happenedAt: 'desc' }, { id: 'asc' }], take: remarks.length, select: { id: true, personId: true } })
    await db.contactAddition.createMany({ data: newest.map(({ id, personId }, at) => ({ contactId: id, personId, kind: remarks[at]?.[0] ?? 'praise', text: remarks[at]?.[1] ?? '', addedBy: reader, addedAt: momentAt(addDays(today, -1), 9, 20 + at) })) })
  }
}
