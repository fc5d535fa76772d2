import { Refused } from '@/lib/access/refused'
import { type Receipt, readReceipt, RECEIPT_BYTES } from './rules'

/** The field of the form a receipt is chosen in, everywhere. */
export const RECEIPT_FIELD = 'photo'

/** The receipt as it is kept; null where none was chosen. What the file was called is not kept: names stand in it. Throws Refused at the field. */
export async function chosenReceipt(chosen: File | null): Promise<Receipt | null> {
  if (!chosen) return null
  if (chosen.size > RECEIPT_BYTES) throw new Refused('ownPage.error.expense.large', { megabytes: RECEIPT_BYTES / 2 ** 20 }, RECEIPT_FIELD)
  const found = readReceipt(new Uint8Array(await chosen.arrayBuffer()))
  if (typeof found === 'string') throw new Refused(`ownPage.error.expense.${found}`, {}, RECEIPT_FIELD)
  return found
}
