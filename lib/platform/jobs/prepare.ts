import { PgBoss } from 'pg-boss'
import { queues } from './queues'

/** Makes the queue's own schema and its queues. Only the migration step may: the running product has no right to create tables. */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  for (const [name, options] of Object.entries(queues)) await boss.createQueue(name, options)
  await boss.stop({ graceful: false })
}
