import type pg from 'pg'
import type { Day } from '@/lib/platform/day'
import type { World } from '@/tests/probes/world'

/** What a made-up row must hold beyond its types. */
const given: Record<string, Record<string, unknown>> = { unusual_verdict: { outcome: 'EXPLAINED' } }

/** The register of the probes without the thousand people of the demo: what is asked of every row must be asked of few. */
export async function smallWorld(ownerUrl: string, db: pg.Client): Promise<World> {
  const { ownerClient } = await import('@/prisma/client')
  const { seedMunicipality } = await import('@/prisma/demo/municipality')
  const { seedUsers } = await import('@/prisma/demo/users')
  const { loadOffers } = await import('@/prisma/demo/offers')
  const { loadTemplates } = await import('@/prisma/demo/load-runs')
  const { plantWorld } = await import('@/tests/probes/world')
  const owner = ownerClient(ownerUrl)
  try {
    const staff = await seedUsers(owner, await seedMunicipality(owner))
    await loadOffers(owner, '2026-01-15' as Day)
    await loadTemplates(owner, staff, new Date('2026-01-15T09:00:00Z'))
  } finally {
    await owner.$disconnect()
  }
  const world = await plantWorld(db)
  // A table without a row would be asked nothing. What is struck out is planted with whose it is (tests/proof/owned.ts).
  const { rows } = await db.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'staff_relation', 'subject_redaction')")
  for (const { name } of rows) if ((await db.query(`SELECT 1 FROM "${name}" LIMIT 1`)).rowCount === 0) await world.planter.plant(name, '', given[name] ?? {})
  return world
}
