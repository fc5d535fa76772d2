import type pg from 'pg'
import type { SampleIds } from '@/tests/access/pages'
import { canaryIds } from './canaries'

/** Rows of the demo that the pages with a parameter are tried on. */
export async function sampleIds(db: pg.Client): Promise<SampleIds> {
  const one = async (sql: string) => String((await db.query(sql)).rows[0]?.id ?? '')
  return {
    veteran: canaryIds.veteran,
    user: await one("SELECT id FROM app_user WHERE email = 'leder@demo.invalid'"),
    run: await one('SELECT id FROM run ORDER BY frozen_at LIMIT 1'),
    talkWeek: '',
  }
}
