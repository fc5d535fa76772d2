import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { generatePeople } from './people-data'

export const SEARCHES = ['Jensen', 'Jørgen', 'Bo', 'Søren Bbbba Kjærgård', 'soeren kjaergaard', 'Kjærgrd', 'Christensn', 'Mette Jensen', 'Østervej 17', 'Zzyzx', 'Vestergade']

export type SearchTiming = { text: string; milliseconds: number; found: number }

/** Median of nine runs of the database function alone, as the restricted role with a coordinator's session. `url`: owner of a migrated database. */
export async function measureSearch(url: string, people: number): Promise<SearchTiming[]> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    if ((await owner.query('SELECT count(*)::int AS n FROM person')).rows[0].n < people) await generatePeople(owner, people)
    const user = (await owner.query("INSERT INTO app_user (email, name) VALUES ('bench-' || uuidv7() || '@test.invalid', 'Bench') RETURNING id")).rows[0].id
    await owner.query("INSERT INTO role_grant (user_id, role, from_day) VALUES ($1, 'VETERAN_COORDINATOR', '2020-01-01')", [user])
    await owner.query("INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at) VALUES ($1, sha256(convert_to($2, 'UTF8')), 'bench', now() + interval '1 hour', now() + interval '1 hour')", [user, `bench-${user}`])
    await owner.query("SELECT set_config('role', 'indgang_app', false), set_config('app.session', $1, false)", [`bench-${user}`])
    const timings: SearchTiming[] = []
    for (const text of SEARCHES) timings.push(await timed(owner, text))
    return timings
  } finally {
    await owner.end()
  }
}

async function timed(client: pg.Client, text: string): Promise<SearchTiming> {
  const times: number[] = []
  let found = 0
  for (let i = 0; i < 9; i++) {
    const started = performance.now()
    const result = await client.query("SELECT total FROM access.find_people($1::text[], NULL, NULL, NULL, '{}', false, 25, 0)", [text.split(' ')])
    times.push(performance.now() - started)
    found = Number(result.rows[0]?.total ?? 0)
  }
  return { text, found, milliseconds: Math.round((times.sort((a, b) => a - b)[4] ?? 0) * 10) / 10 }
}
