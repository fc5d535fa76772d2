import type pg from 'pg'
import type { SampleIds } from '@/tests/access/pages'
import { canaryIds } from './canaries'

/** Rows of the demo that the pages with a parameter are tried on. */
export async function sampleIds(db: pg.Client): Promise<SampleIds> {
  const one = async (sql: string) => String((await db.query(sql)).rows[0]?.id ?? '')
  const letter = (await db.query("SELECT l.id AS letter, l.person_id AS \"letterOf\" FROM letter l JOIN person p ON p.id = l.person_id WHERE l.file_id IS NOT NULL AND p.protection = 'P0' LIMIT 1")).rows[0] as { letter: string; letterOf: string }
  return {
    veteran: canaryIds.veteran,
    user: await one("SELECT id FROM app_user WHERE email = 'leder@demo.invalid'"),
    run: await one('SELECT id FROM run ORDER BY frozen_at LIMIT 1'),
    slot: await one('SELECT id FROM talk_slot s WHERE starts_at > now() AND closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM talk t WHERE t.slot_id = s.id AND t.cancelled_at IS NULL) ORDER BY starts_at LIMIT 1'),
    ...letter,
  }
}
