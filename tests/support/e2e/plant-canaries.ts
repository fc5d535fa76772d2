import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { canaries, canaryIds } from './canaries'

export async function plantCanaries(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const person = async (id: string, name: string, kind: string, protection: string, street: string) => {
      await client.query("INSERT INTO person (id, first_name, last_name, registered_on, source, digital_post, protection, updated_at) VALUES ($1, 'Test', $2, current_date - 20, 'test', 'EXEMPT', $3::protection, now())", [id, name, protection])
      await client.query("INSERT INTO person_role (id, person_id, kind, from_day) VALUES ($1, $2, $3::person_role_kind, current_date - 20)", [randomUUID(), id, kind])
      if (kind === 'VETERAN') await client.query('INSERT INTO veteran_profile (person_id) VALUES ($1)', [id])
      await client.query("INSERT INTO address (id, person_id, street, number, postcode, town, source) VALUES ($1, $2, $3, '7', '8900', 'Randers C', 'test')", [randomUUID(), id, street])
    }
    await person(canaryIds.refugee, canaries.refugee, 'REFUGEE', 'P0', 'Flygtningegyden')
    await person(canaryIds.shielded, canaries.shielded, 'VETERAN', 'P3', 'Skærmvej')
    await person(canaryIds.veteran, canaries.veteran, 'VETERAN', 'P0', 'Fugletoften')
    await person(canaryIds.protectedName, canaries.protectedName, 'VETERAN', 'P1', canaries.street)
  } finally {
    await client.end()
  }
}
