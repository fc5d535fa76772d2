import 'server-only'
import { computeDeadline, type DeadlineRule, ruleFor } from '@/lib/deadlines/rules'
import { type Day, dayFromDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { unseal } from '@/lib/platform/crypto/sealed'
import { catalogue } from '../catalogue/read'
import { withKindWords } from './kind-words'
import { withMethodWords } from './method-words'
import { type Part, partsOf, type Redaction, sealed, type SubjectRow } from './rules'

export type Answer = { parts: Part[]; sealed: { tab: string; rows: number }[] }

/** Everything about the person the reader may read, what is struck out of it, and what there is beyond. Read under the reader's own policies. */
export async function answerOf(tx: Tx, request: { id: string; personId: string }): Promise<Answer> {
  const rows = await tx.$queryRaw<SubjectRow[]>`SELECT tab, row_key::text AS key, image FROM access.subject_rows(${request.personId}::uuid)`
  const held = await tx.$queryRaw<{ tab: string; held: number }[]>`SELECT tab, held FROM access.subject_counts(${request.personId}::uuid)`
  const numbers = await tx.personCpr.findMany({ where: { personId: { in: rows.filter((row) => row.tab === 'person_cpr').map((row) => row.key) } }, select: { personId: true, cipher: true } })
  const known = catalogue()
  // The number itself stands sealed; the answer holds it as the person knows it.
  const cpr = known.tables.find((table) => table.name === 'person_cpr')?.columns.find((column) => column.name === 'cipher')
  const withNumber = cpr ? { ...known, tables: known.tables.map((table) => (table.name === 'person_cpr' ? { ...table, columns: [{ ...cpr, name: 'cpr', kind: 'text' as const }, ...table.columns] } : table)) } : known
  const opened = rows.map((row) => { const number = numbers.find((one) => row.tab === 'person_cpr' && one.personId === row.key); return number ? { ...row, image: { ...row.image, cpr: unseal(number.cipher) } } : row })
  return { parts: partsOf(await withKindWords(tx, await withMethodWords(tx, opened)), withNumber, await redactionsOf(tx, request.id)), sealed: sealed(rows, held) }
}

async function redactionsOf(tx: Tx, requestId: string): Promise<Redaction[]> {
  const rows = await tx.subjectRedaction.findMany({ where: { requestId }, select: { tab: true, rowKey: true, field: true, reason: true, replacement: true } })
  return rows.map(({ rowKey, reason, ...row }) => ({ ...row, key: rowKey, reason: reason as Redaction['reason'] }))
}

/** The last day for the answer by the installation's rule, counted from the day the request came; null when it has no such rule. */
export async function answerDay(tx: Tx, code: 'subject-access' | 'subject-access-extended', receivedOn: Day): Promise<Day | null> {
  const [rules, closing] = [await tx.deadlineRule.findMany({ where: { code } }), await tx.closingDay.findMany()]
  const rule = ruleFor(rules.map((row): DeadlineRule => ({ ...row, roll: row.roll === 'next-working-day' ? 'next-working-day' : 'none', validFrom: dayFromDb(row.validFrom), validTo: row.validTo && dayFromDb(row.validTo) })), code, receivedOn)
  return rule && computeDeadline(rule, receivedOn, closing.map((row) => ({ ...row, day: dayFromDb(row.day) }))).due
}
