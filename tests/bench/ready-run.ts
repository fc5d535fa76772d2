import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { ownerClient } from '@/prisma/client'
import { loadReference } from '@/prisma/reference'
import { letterGround } from '../support/letter-run'
import { randomFrom } from './letters-data'

export type ReadyRun = { runId: string; letters: number; paper: number }

const FIRST = ['Søren', 'Åse', 'Mads', 'Kirsten', 'Jens-Åge', 'Nadia', 'Bjørn', 'Mette', 'Thorbjørg', 'Lars']
const LAST = ['Næsby', 'Ågård', 'Jensen', 'Mørch', 'Holm', 'Østergaard', 'Kjær', 'Thomsen']
const STREETS = ['Østergrave', 'Gl. Hobrovej', 'Sdr. Allé', 'Vestergade', 'Rosenvænget']

/**
 * `n` new people who are owed their first letter, and a run over them frozen by the product itself, reviewed and released: ready to be
 * sent this moment. `paper`: share without Digital Post. The environment must point at the same database.
 */
export async function readyRun({ ownerUrl, n, seed, paper = 0.2 }: { ownerUrl: string; n: number; seed: number; paper?: number }): Promise<ReadyRun> {
  const db = ownerClient(ownerUrl)
  try {
    await loadReference(db)
    const templates = await letterGround(db)
    const onPaper = await people(ownerUrl, n, seed, paper)
    const unit = await db.unit.upsert({ where: { code: 'veteran' }, create: { code: 'veteran', nameDa: 'Veteranindsatsen', nameEn: 'Veteran services' }, update: {} })
    const user = (name: string) => db.user.create({ data: { email: `${randomUUID()}@test.invalid`, name, title: 'Veterankoordinator', phone: '89 15 15 16', unitId: unit.id } })
    const [maker, second] = [await user('Kirsten Holm'), await user('Anders Bruun')]
    const { addDays, dayToDb } = await import('@/lib/platform/day')
    const { today } = await import('@/lib/platform/clock')
    const run = await db.run.create({
      data: { name: 'Årets brev', templateId: templates.yearly, firstTemplateId: templates.first, dueThrough: dayToDb(addDays(today(), 30)), letterDate: dayToDb(today()), createdBy: maker.id },
    })
    await freezeAndRelease(ownerUrl, run.id, second.id)
    return { runId: run.id, letters: n, paper: onPaper }
  } finally {
    await db.$disconnect()
  }
}

async function freezeAndRelease(ownerUrl: string, runId: string, second: string): Promise<void> {
  const { transaction } = await import('@/lib/platform/db')
  const { dayFromDb } = await import('@/lib/platform/day')
  const { today } = await import('@/lib/platform/clock')
  const { freezeRun } = await import('@/lib/outreach/runs/freeze/writes')
  const { pinContent } = await import('@/lib/outreach/runs/content/writes')
  await transaction({ role: 'worker' }, (tx) => freezeRun(tx, runId, today()), 600_000)
  await transaction({ role: 'worker' }, async (tx) => {
    const head = await tx.run.findUniqueOrThrow({ where: { id: runId } })
    await pinContent(tx, { ...head, letterDate: dayFromDb(head.letterDate) })
  })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query("UPDATE run SET state = 'RELEASED', reviewed_at = now(), released_at = now(), released_by = $2, send_after = now() - interval '1 second' WHERE id = $1", [runId, second])
  await client.end()
}

/** Straight into the tables, five thousand at a time. Replacement numbers' shape only (day + 60). Returns how many have no Digital Post. */
async function people(ownerUrl: string, n: number, seed: number, paper: number): Promise<number> {
  const { blindIndex, seal } = await import('@/lib/platform/crypto/sealed')
  const random = randomFrom(seed)
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  let onPaper = 0
  for (let at = 0; at < n; at += 5000) {
    const rows = Array.from({ length: Math.min(5000, n - at) }, () => {
      const digital = random() >= paper
      if (!digital) onPaper++
      const cpr = `6101${String(70 + Math.floor(random() * 29))}${String(Math.floor(random() * 10_000)).padStart(4, '0')}`
      return { id: randomUUID(), first: pick(FIRST), last: `${pick(LAST)} ${pick(LAST)}`, language: random() < 0.08 ? 'en' : 'da', large: random() < 0.08, digital, street: pick(STREETS), number: String(1 + Math.floor(random() * 200)), cpr }
    })
    await client.query(
      `INSERT INTO person (id, first_name, last_name, language, large_print, digital_post, registered_on, source)
       SELECT id, first, last, language, large, (CASE WHEN digital THEN 'YES' ELSE 'EXEMPT' END)::digital_post, current_date - 20, 'bench'
       FROM json_to_recordset($1) AS p (id uuid, first text, last text, language text, large boolean, digital boolean)`, [JSON.stringify(rows)])
    const ids = rows.map((row) => row.id)
    await client.query("INSERT INTO person_role (person_id, kind, from_day) SELECT id, 'VETERAN', current_date - 20 FROM unnest($1::uuid[]) id", [ids])
    await client.query(
      `INSERT INTO address (person_id, street, number, postcode, town, source) SELECT id, street, number, '8900', 'Randers C', 'bench' FROM json_to_recordset($1) AS p (id uuid, street text, number text)`, [JSON.stringify(rows)])
    const digital = rows.filter((row) => row.digital)
    await client.query(
      "INSERT INTO person_cpr (person_id, kind, cipher, keyed_hash, birth_part) SELECT id, 'REPLACEMENT', cipher, hash, '610170' FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS p (id, cipher, hash)",
      [digital.map((row) => row.id), digital.map((row) => Buffer.from(seal(row.cpr))), digital.map((row) => Buffer.from(blindIndex(row.id)))])
  }
  await client.query('ANALYZE')
  await client.end()
  return onPaper
}
