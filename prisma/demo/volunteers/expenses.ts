import { sha256Hex } from '@/lib/platform/crypto/tokens'
import { formatDay } from '@/lib/platform/dates'
import { addDays, type Day, dayFromDb, dayToDb, toDay } from '@/lib/platform/day'
import { renderReport } from '@/lib/platform/documents/report'
import { byKilometre, type ExpenseKind, type ExpenseState, reckon } from '@/lib/volunteering/expenses/rules'
import type { Prisma, PrismaClient } from '../../generated/client'
import { EXPENSE_RATES } from '../../reference/volunteering'
import { writtenAt } from '../moments'
import { SECOND_LEAD } from '../users'
import { randomFor } from '../random'

const KINDS: readonly (readonly [ExpenseKind, number])[] = [['car', 6], ['cycle', 1], ['public', 3], ['other', 2]]
/** How long ago something was laid out that stands there today: days, from and to. */
const AGO: Record<ExpenseState, readonly [number, number]> = { sent: [1, 12], approved: [8, 30], refused: [20, 90], paid: [35, 200] }
const STATES: readonly (readonly [ExpenseState, number])[] = [['sent', 3], ['approved', 2], ['refused', 1], ['paid', 6]]
const FOR = ['Møde på jobcentret', 'Første møde med en borger', 'Erfaringsmøde i Frivillighuset', 'Gruppesupervision', 'Tur til Gudenåen', 'Møde på rådhuset', 'Kursus for bisiddere'] as const
/** Receipts that are drawn: enough to look at, and quick. */
const MOST_RECEIPTS = 12
const MOST_ON_PAPER = 4
const RECEIPTS = { car: null, cycle: null, public: 'Kvittering fra rejsekortet, i mappen', other: 'Kassebon fra caféen, i mappen' } as const

const SHOPS = { public: 'Midttrafik', other: 'Café Gudenå' } as const
/** Receipts: made by the product's own engine, and kept as they are handed in. `by`: whose they are where the volunteer sent the expense. */
async function loadReceipts(db: PrismaClient, of: readonly Prisma.VolunteerExpenseCreateManyInput[], by: string): Promise<void> {
  const draw = randomFor('receipts')
  const files = of.map((one) => {
    const [madeAt, kroner] = [one.enteredAt as Date, `${(one.amount / 100).toFixed(2).replace('.', ',')} kr.`]
    const shop = SHOPS[one.kind as keyof typeof SHOPS]
    const bytes = renderReport({ title: shop, author: shop, language: 'da', footer: 'Tak for besøget', lead: [formatDay(dayFromDb(one.onDay as Date), 'da')], madeAt, sections: [{ heading: 'Kvittering', paragraphs: [`${one.kind === 'public' ? 'Enkeltbillet' : '2 kaffe'}: ${kroner}`, `I alt ${kroner} Betalt med kort.`], columns: [], widths: [], rows: [] }] })
    return { id: draw.uuid(), expenseId: one.id as string, ownerId: one.enteredBy ?? by, madeAt, bytes: new Uint8Array(bytes) }
  })
  await db.storedFile.createMany({ data: files.map(({ id, ownerId, bytes, madeAt }) => ({ id, kind: 'receipt', ownerId, mime: 'application/pdf', name: 'kvittering.pdf', sha256: sha256Hex(bytes), bytes, createdAt: madeAt })) })
  await db.expenseReceipt.createMany({ data: files.map(({ id, ownerId, expenseId, madeAt }) => ({ expenseId, fileId: id, recordedBy: ownerId, recordedAt: madeAt })) })
}

/** Receipts that came on paper and are kept: of what waits, some written by the one who signs in and some by the other lead, so that each has something to approve; and of what is approved, by the other of the two. */
function fromPaper(expenses: readonly Prisma.VolunteerExpenseCreateManyInput[], steps: Prisma.VolunteerExpenseStepCreateManyInput[], lead: string, second: string): Prisma.VolunteerExpenseCreateManyInput[] {
  const written = expenses.filter(({ kind, enteredBy }) => !byKilometre(kind as ExpenseKind) && enteredBy === lead)
  const decided = (id: string | undefined) => steps.find((one) => one.expenseId === id && one.number === 2)
  const [waiting, approved] = [written.filter(({ id }) => !decided(id)).slice(0, MOST_ON_PAPER), written.filter(({ id }) => decided(id)?.state === 'approved').slice(0, MOST_ON_PAPER)]
  for (const [at, one] of waiting.entries()) {
    const sent = steps.find(({ expenseId }) => expenseId === one.id)
    if (at % 2 === 0 && sent) one.enteredBy = sent.recordedBy = second
  }
  for (const { id } of approved) { const step = decided(id); if (step) step.recordedBy = second }
  return [...waiting, ...approved]
}

/** What those who help have laid out: to be decided, to be paid, refused and paid; some written by the lead, most sent by the volunteers. One of them looks as if it were sent twice. */
export async function loadExpenses(db: PrismaClient, today: Day, lead: string): Promise<void> {
  const manager = (await db.user.findFirstOrThrow({ where: { email: 'leder@demo.invalid' }, select: { id: true } })).id
  const active = await db.volunteer.findMany({ where: { steps: { some: { step: 'active' }, none: { step: 'ended' } } }, select: { id: true, number: true }, orderBy: { number: 'asc' } })
  const rates = EXPENSE_RATES.map((rate) => ({ ...rate, validFrom: toDay(rate.validFrom) }))
  const expenses: Prisma.VolunteerExpenseCreateManyInput[] = [], steps: Prisma.VolunteerExpenseStepCreateManyInput[] = []
  const step = (expenseId: string, number: number, state: ExpenseState, on: Day, by: string | null, reason: string | null = null) => steps.push({ expenseId, number, state, onDay: dayToDb(on), reason, recordedBy: by, recordedAt: writtenAt(on, 9, 10 + number) })
  for (const [nth, { id: volunteerId }] of active.entries()) {
    const draw = randomFor(`expense ${nth}`)
    for (let left = nth < 2 ? 3 : draw.weighted([[0, 3], [1, 3], [2, 2]] as const); left > 0; left--) {
      const [state, kind] = [nth === 0 && left === 3 ? 'sent' : draw.weighted(STATES), draw.weighted(KINDS)]
      const onDay = addDays(today, -draw.between(...AGO[state]))
      const found = reckon({ kind, onDay, metres: draw.between(12, 600) * 100, paid: draw.between(20, 240) * 100 }, rates)
      if (!found) continue
      const [id, enteredBy, sent, decided] = [draw.uuid(), draw.chance(0.3) ? lead : null, addDays(onDay, 1), addDays(onDay, 7)]
      const metres = byKilometre(kind) && found.rate ? Math.round((found.amount * 1000) / found.rate.perKm / 100) * 100 : null
      const amount = metres !== null && found.rate ? Math.round((metres * found.rate.perKm) / 1000) : found.amount
      expenses.push({ id, number: expenses.length + 1, volunteerId, kind, onDay: dayToDb(onDay), metres, perKm: found.rate?.perKm ?? null, rateFrom: found.rate && dayToDb(found.rate.validFrom), rateSource: found.rate?.source ?? null, amount, purpose: draw.pick(FOR), receipt: RECEIPTS[kind], enteredBy, enteredAt: writtenAt(sent, 9, 0) })
      step(id, 1, 'sent', sent, enteredBy)
      if (state !== 'sent') step(id, 2, state === 'refused' ? 'refused' : 'approved', decided, enteredBy === lead ? manager : lead, state === 'refused' ? 'Vi har ikke aftalt, at det kan dækkes. Ring, hvis du er i tvivl.' : null)
      if (state === 'paid') step(id, 3, 'paid', addDays(decided, 20), lead)
    }
  }
  const twin = expenses.find(({ id }) => !steps.some((one) => one.expenseId === id && one.number === 2))
  if (twin) {
    const id = randomFor('expense twin').uuid()
    expenses.push({ ...twin, id, number: expenses.length + 1, enteredBy: null })
    step(id, 1, 'sent', today, null)
  }
  const onPaper = fromPaper(expenses, steps, lead, (await db.user.findFirstOrThrow({ where: { email: SECOND_LEAD }, select: { id: true } })).id)
  await db.volunteerExpense.createMany({ data: expenses })
  await db.volunteerExpenseStep.createMany({ data: steps })
  const sent = expenses.filter(({ id, kind, enteredBy }) => !byKilometre(kind as ExpenseKind) && enteredBy === null && !steps.some((one) => one.expenseId === id && one.number === 2))
  await loadReceipts(db, [...sent.slice(0, MOST_RECEIPTS), ...onPaper], lead)
  await db.$executeRaw`SELECT setval('volunteer_expense_number_seq', ${Math.max(1, expenses.length)}::bigint)`
}
