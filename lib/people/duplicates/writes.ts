import 'server-only'
import { Refused } from '@/lib/access/action'
import type { Tx } from '@/lib/platform/db'
import { type MergeField, mergePreview, type MergeSide } from './merge'
import { comparedRecords } from './records'

export type MergeAnswer = { id?: string; kept?: string; merged?: string; refused?: string; tables?: string[] }
type Wanted = { pairId: string; leftVersion: number; rightVersion: number; choices: Partial<Record<MergeField, MergeSide>> }

/** Field of the rule → column. The number, the address and the grounds of a protection are rows of their own, and follow by themselves. */
const COLUMNS: Partial<Record<MergeField, string>> = { firstName: 'first_name', lastName: 'last_name', birthDate: 'birth_date', language: 'language', interpreterNeeded: 'interpreter_needed', largePrint: 'large_print', signLanguage: 'sign_language', communicationNote: 'communication_note', digitalPost: 'digital_post', registeredOn: 'registered_on', movedInOn: 'moved_in_on', movedAwayOn: 'moved_away_on', diedOn: 'died_on' }

/** The rule decides again on what stands in the database now; the choices of the screen only where the rule leaves one. */
export async function mergeRecords(tx: Tx, { pairId, leftVersion, rightVersion, choices }: Wanted): Promise<{ keptId: string; mergedId: string; mergeId: string }> {
  const pair = await tx.duplicatePair.findFirst({ where: { id: pairId, state: 'OPEN' } })
  const sides = pair && (await comparedRecords(tx, [pair.leftId, pair.rightId]))
  if (!pair || !sides) throw new Refused('people.error.notFound')
  if (sides.left.version !== leftVersion || sides.right.version !== rightVersion) throw new Refused('people.error.compareAgain')
  const rows = mergePreview(sides.left.record, sides.right.record, 'left', choices)
  const fromRight = (field: MergeField) => rows.some((row) => row.field === field && row.differs && row.chosen === 'right')
  const fields: Record<string, string | null> = {}
  for (const row of rows) {
    const column = COLUMNS[row.field]
    if (column && fromRight(row.field)) fields[column] = row.right?.text ?? null
  }
  const [row] = await tx.$queryRaw<{ answer: MergeAnswer }[]>`
    SELECT access.merge_people(${pair.leftId}::uuid, ${pair.rightId}::uuid, ${JSON.stringify(fields)}::jsonb, ${fromRight('cpr')}::boolean, ${fromRight('address')}::boolean) AS answer`
  if (!row?.answer.id) throw new Refused(`people.error.${row?.answer.refused ?? 'notFound'}`)
  return { keptId: pair.leftId, mergedId: pair.rightId, mergeId: row.answer.id }
}
