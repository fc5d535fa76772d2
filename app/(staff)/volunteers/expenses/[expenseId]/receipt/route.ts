import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/actor'
import { fileResponse } from '@/lib/outreach/letters/files/response'
import { expenseReceipt } from '@/lib/volunteering/expenses/queries'

/** The receipt of an expense: shown on its page as a picture, and kept by the reader; never opened as a part of the product. */
export async function GET(_request: Request, { params }: { params: Promise<{ expenseId: string }> }) {
  const file = await expenseReceipt(await requireActor('volunteer.read'), (await params).expenseId)
  if (!file) notFound()
  return fileResponse(file, 'attachment')
}
