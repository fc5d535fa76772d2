import 'server-only'
import { fromPrisma, PgBoss } from 'pg-boss'
import { pool, type Tx } from '../db'
import type { JobData, QueueName } from './queues'

type EnqueueOptions = {
  /** Not before this moment. */
  startAfter?: Date
  /** Of jobs with the same key in the same minute only one is kept. */
  once?: string
}

const holder = globalThis as typeof globalThis & { indgangSender?: Promise<PgBoss> }

/**
 * Hands work to the queue inside the caller's transaction: the job exists exactly when the change does. Payloads carry ids only.
 */
export async function enqueue<Queue extends QueueName>(tx: Tx, queue: Queue, data: JobData[Queue], options: EnqueueOptions = {}): Promise<void> {
  const boss = await sender()
  const once = options.once ? { singletonKey: options.once, singletonSeconds: 60 } : {}
  await boss.send(queue, data, { db: fromPrisma(tx), startAfter: options.startAfter, ...once })
}

/** Knows the queues and works through nothing: the worker is another instance. */
function sender(): Promise<PgBoss> {
  const db = { executeSql: (text: string, values?: unknown[]) => pool().query(text, values) }
  const boss = new PgBoss({ db, migrate: false, createSchema: false, supervise: false, schedule: false, queueCacheIntervalSeconds: 3600 })
  // A lost connection shows itself where the job is sent; here it must only not end the process.
  boss.on('error', () => {})
  return (holder.indgangSender ??= boss.start().catch((error: unknown) => {
    holder.indgangSender = undefined
    throw error
  }))
}

export async function closeSender(): Promise<void> {
  const open = holder.indgangSender
  holder.indgangSender = undefined
  await (await open?.catch(() => undefined))?.stop({ graceful: false, close: false })
}
