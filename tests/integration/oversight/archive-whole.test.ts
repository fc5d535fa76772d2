import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { KINDS } from '@/lib/oversight/retention/rules'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { endMatch } from '@/lib/volunteering/matches/actions'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { letterOf } from '../../support/merge-records'
import { oldLife } from '../../support/old-lives'
import { matched } from '../../support/pairs'
import { signedIn } from '../../support/volunteers'
import { countsOf } from '../../support/whole-tables'

let lead: Actor, unit = ''
beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})

/** Erases it, and says how many rows of each table the archive held and how many went. The log and the history only grow. */
async function erased(kind: string, id: string) {
  const [row] = await owner().$queryRaw<{ image: Record<string, unknown[]> }[]>`SELECT access.retention_image(${kind}, ${id}::uuid) AS image`
  const before = await countsOf()
  await owner().$queryRaw`SELECT access.erase_record(${kind}, ${id}::uuid)`
  const after = await countsOf()
  const sorted = (entries: [string, number][]) => Object.fromEntries(entries.filter(([, many]) => many > 0).sort(([a], [b]) => a.localeCompare(b)))
  return { held: sorted(Object.entries(row?.image ?? {}).map(([tab, rows]) => [tab, rows.length])), went: sorted([...before].map(([tab, many]) => [tab, many - (after.get(tab) ?? 0)])) }
}
/** The tables that are deleted with a row of this one. */
const under = async (root: string) => (await owner().$queryRaw<{ tab: string }[]>`WITH RECURSIVE down AS (SELECT format('public.%I', ${root}::text)::regclass::oid AS tab UNION SELECT k.conrelid FROM down d JOIN pg_constraint k ON k.contype = 'f' AND k.confdeltype = 'c' AND k.confrelid = d.tab)
  SELECT c.relname AS tab FROM down d JOIN pg_class c ON c.oid = d.tab ORDER BY 1`).map(({ tab }) => tab)

it('what is erased with a volunteer stood in the archive first, from every table there is', async () => {
  const { volunteerId, matchId, requestId, id } = await matched(lead, unit)
  const by = lead.userId, on = dayToDb(today())
  await signedIn(volunteerId)
  await owner().volunteerLanguage.create({ data: { volunteerId, language: 'da', level: 'native' } })
  await owner().volunteerTraining.create({ data: { volunteerId, kind: 'course', title: 'Begynder', onDay: on, recordedBy: by } })
  await owner().volunteerTie.create({ data: { volunteerId, personId: (await veteran()).id, tiedBy: by } })
  await owner().volunteerShowing.create({ data: { volunteerId, number: 1, shown: false, onDay: on, recordedBy: by } })
  await owner().volunteerThanks.create({ data: { volunteerId, onDay: on, fromWhom: 'Borgmesteren', words: 'Tak for hjælpen', recordedBy: by } })
  await owner().volunteerReminder.create({ data: { volunteerId, onDay: on, about: ['paper'] } })
  await owner().volunteerLoginRequest.create({ data: { volunteerId, email: 'x@test.invalid', askedBy: by } })
  await owner().volunteerQuestion.create({ data: { volunteerId, requestId, personId: id, number: 1, side: 'person', codeHash: Buffer.from('one'), expiresOn: on } })
  await owner().volunteerMatchMeeting.create({ data: { matchId, personId: id, onDay: on, met: true, minutes: 60, recordedBy: by } })
  await owner().volunteerMatchConcern.create({ data: { matchId, personId: id, kind: 'worried', words: 'Ordene i bekymringen', raisedBy: by } })
  await owner().volunteerFollowUp.create({ data: { matchId, personId: id, number: 1, onDay: on, withWhom: 'both', outcome: 'well', recordedBy: by } })
  await owner().volunteerCheckIn.create({ data: { matchId, personId: id, number: 1, side: 'person', codeHash: Buffer.from('two'), expiresOn: on } })
  await as(lead, () => submit(endMatch, { matchId, endedBy: 'both', cause: 'reached', met: 'yes', rating: '4', words: '' }))
  const expense = await owner().volunteerExpense.create({ data: { volunteerId, kind: 'other', onDay: on, amount: 4850, purpose: 'Kaffe og kage til gruppen', receipt: 'Bilag 4', enteredBy: by } })
  await owner().volunteerExpenseStep.create({ data: { expenseId: expense.id, number: 1, state: 'sent', onDay: on, recordedBy: by } })
  const file = await owner().storedFile.create({ data: { ownerId: by, kind: 'receipt', mime: 'image/png', name: 'bilag.png', sha256: 'x', bytes: Buffer.from('kvittering') } })
  await owner().expenseReceipt.create({ data: { expenseId: expense.id, fileId: file.id, recordedBy: by } })
  const course = await owner().volunteerCourse.create({ data: { kind: 'course', title: 'Kursus', onDay: dayToDb(addDays(today(), 9)), starts: '17:00', place: 'Rådhuset', seats: 5, createdBy: by } })
  await owner().volunteerSeat.create({ data: { courseId: course.id, volunteerId, state: 'signed', recordedBy: by } })
  const group = await owner().volunteerGroup.create({ data: { kindCode: 'veterans', name: 'Tirsdagsgruppen', createdBy: by } })
  await owner().volunteerGroupHelper.create({ data: { groupId: group.id, volunteerId, fromDay: on, addedBy: by } })
  const { held, went } = await erased('volunteer', volunteerId)
  expect(held).toEqual(went)
  // Nothing is missing here: a table that is made tomorrow is to be filled above.
  expect(Object.keys(went)).toEqual([...(await under('volunteer')), 'stored_file'].sort((a, b) => a.localeCompare(b)))
})

it('and with every other kind', async () => {
  const { id: personId } = await veteran()
  const by = lead.userId
  const made: Partial<Record<(typeof KINDS)[number], string>> = {
    attempt: (await owner().attempt.create({ data: { personId, channel: 'PHONE', outcome: 'REACHED', happenedOn: day('2026-02-28'), recordedBy: by } })).id,
    letter: (await letterOf(personId, '2025-03-01')).id,
    task: (await owner().task.create({ data: { personId, text: 'Ring', dueOn: day('2016-01-01'), source: 'hand', createdBy: by } })).id,
    unusual_lookup: (await owner().unusualLookup.create({ data: { day: day('2026-01-15'), userId: by, aboutId: personId, points: 5, reasons: [], lookups: 1, firstAt: new Date() } })).id,
  }
  const measurement = await owner().progressMeasurement.create({ data: { personId, scaleCode: 'compass', measuredOn: day('2026-01-01'), ratedBy: 'together', recordedBy: by } })
  await owner().progressValue.create({ data: { measurementId: measurement.id, personId, dimensionCode: 'compass-work', rating: 3 } })
  made.progress_measurement = measurement.id
  const asked = await owner().subjectRequest.create({ data: { personId, askedBy: 'self', askedHow: 'letter', identity: 'MitID', receivedOn: day('2026-10-01'), dueOn: day('2026-11-01'), createdBy: by } })
  await owner().subjectRedaction.create({ data: { requestId: asked.id, tab: 'person', rowKey: personId, reason: 'third-party', struckBy: by } })
  made.subject_request = asked.id
  await owner().replyCode.create({ data: { personId, letterId: made.letter ?? '', codeHash: Buffer.from('code'), expiresAt: new Date() } })
  await owner().unusualVerdict.create({ data: { lookupId: made.unusual_lookup ?? '', outcome: 'EXPLAINED', note: 'x', decidedBy: by } })
  for (const [kind, id] of Object.entries(made)) {
    const { held, went } = await erased(kind, id)
    expect([kind, held]).toEqual([kind, went])
  }
  // Casework: every table that is deleted with a record has a row here, so that one that is made tomorrow is to be filled in tests/support/old-lives.
  const life = await oldLife((await veteran()).id, unit, by)
  for (const kind of KINDS) {
    if (!(kind in life)) continue
    const tables = await under(kind)
    const { held, went } = await erased(kind, life[kind as keyof typeof life])
    expect([kind, held]).toEqual([kind, went])
    const before = { case_file: ['contact_case', 'meeting_item', 'meeting_minute'], meeting: ['meeting_item', 'meeting_minute'] }[kind as string] ?? []
    expect([kind, Object.keys(went)]).toEqual([kind, [...tables.filter((table) => !before.includes(table)), ...(kind === 'plan_goal' ? ['plan_agreement', 'plan_agreement_step'] : [])].sort((a, b) => a.localeCompare(b))])
  }
  // Of the others nothing but the row itself, and its files, is deleted.
  for (const kind of KINDS) if (!(kind in made) && !(kind in life) && !['volunteer', 'person', 'audit_log'].includes(kind)) expect([kind, await under(kind)]).toEqual([kind, [kind]])
})

it('and with a person: whatever is deleted with one of their rows is theirs as well', async () => {
  const mine = new Set((await owner().$queryRaw<{ tab: string }[]>`SELECT DISTINCT tab FROM access.subject_links()`).map(({ tab }) => tab))
  const gone = new Set((await Promise.all([...mine].map(under))).flat())
  // Kept: what colleagues opened and why is the log's, and outlives the person. The last three are taken along by themselves, and stand in the image too.
  expect([...gone].filter((tab) => !mine.has(tab)).sort()).toEqual(['access_reason', 'break_glass', 'staff_relation', 'subject_redaction', 'subject_request'])
  const { id: personId } = await veteran()
  const by = lead.userId
  await owner().staffRelation.create({ data: { userId: by, personId, kind: 'SIBLING', fromDay: day('2020-01-01') } })
  const asked = await owner().subjectRequest.create({ data: { personId, askedBy: 'self', askedHow: 'letter', identity: 'MitID', receivedOn: day('2026-10-01'), dueOn: day('2026-11-01'), createdBy: by } })
  await owner().subjectRedaction.create({ data: { requestId: asked.id, tab: 'person', rowKey: personId, reason: 'third-party', struckBy: by } })
  await letterOf(personId, '2025-03-01')
  const { held, went } = await erased('person', personId)
  expect(Object.keys(went)).toEqual(expect.arrayContaining(['letter', 'staff_relation', 'subject_redaction', 'subject_request']))
  expect(Object.entries(went).filter(([tab, many]) => many > (held[tab] ?? 0))).toEqual([])
})
