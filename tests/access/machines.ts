import type { Permission } from '@/lib/access/matrix'
import type { QueueName } from '@/lib/platform/jobs/queues'

/** For whom a job works in the database. `behalf`: as the person who asked for it, who must still have the permission when it runs. */
export type JobPolicy = { as: 'worker' } | { behalf: Permission }

/** Every kind of job. Nobody is asked for a permission when it runs: what started it was asked. */
export const jobs: Record<QueueName, JobPolicy> = {
  'run.freeze': { as: 'worker' },
  'run.send': { as: 'worker' },
  'import.preview': { behalf: 'import.run' },
  'import.confirm': { behalf: 'import.run' },
  'import.undo': { behalf: 'import.run' },
  'outbox.send': { as: 'worker' },
  'outreach.daily': { as: 'worker' },
  'tasks.daily': { as: 'worker' },
  'people.duplicates': { as: 'worker' },
  'event.remind': { as: 'worker' },
  'audit.seal': { as: 'worker' },
  'audit.verify': { as: 'worker' },
  'retention.run': { as: 'worker' },
  'audit.unusual': { as: 'worker' },
  'print.clear': { as: 'worker' },
  'contact.clear': { as: 'worker' },
  'access.sample': { as: 'worker' },
  'volunteer.ask': { as: 'worker' },
  'volunteer.start': { behalf: 'volunteer.match' },
  'volunteer.started': { as: 'worker' },
  'volunteer.no-match': { as: 'worker' },
  'volunteer.check-in': { as: 'worker' },
  'volunteer.path': { as: 'worker' },
  'volunteer.alarm': { as: 'worker' },
  'volunteer.login-asked': { as: 'worker' },
  'right.asked': { as: 'worker' },
  'companion.cancelled': { as: 'worker' },
  'companion.daily': { as: 'worker' },
}

/** Every command of package.json, and with whose login it opens the database. `none`: it does not. Whoever can start one holds that login already. */
export const commands: Record<string, 'owner' | 'web' | 'jobs' | 'web and jobs' | 'own scratch server' | 'none'> = {
  demo: 'own scratch server',
  test: 'own scratch server',
  figure: 'own scratch server',
  dev: 'web and jobs',
  start: 'web and jobs',
  worker: 'jobs',
  migrate: 'owner',
  'users:first': 'owner',
  'audit:verify': 'jobs',
  'retention:replay': 'jobs',
  build: 'none',
  generate: 'none',
  lint: 'none',
  typecheck: 'none',
}
