import 'server-only'
import { addWorkingDays } from '@/lib/deadlines/working-days'
import { addDays, type Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { outreachRules } from '../rules-data/sql'

/** The days a run is made with when nobody says otherwise: a letter is dated on a day it can leave, everybody due soon comes along. */
export type UsualDays = { letterDate: Day; dueThrough: Day }

export async function usualDays(tx: Tx, today: Day): Promise<UsualDays> {
  const { closingDays, dueSoonDays } = await outreachRules(tx)
  return { letterDate: addWorkingDays(today, 1, closingDays).day, dueThrough: addDays(today, dueSoonDays) }
}
