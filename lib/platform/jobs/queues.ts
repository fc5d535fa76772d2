/**
 * Every kind of job. Names and payloads carry ids only, never personal data. `retryLimit` and the seconds are pg-boss's:
 * a worker that dies lets its job expire and another takes it, so every job must be safe to start again.
 */
export const queues = {
  'run.freeze': { retryLimit: 3, retryDelay: 5, expireInSeconds: 600 },
  'run.send': { retryLimit: 1000, retryDelay: 2, expireInSeconds: 120 },
  'import.preview': { retryLimit: 2, retryDelay: 5, expireInSeconds: 900 },
  'import.confirm': { retryLimit: 2, retryDelay: 5, expireInSeconds: 900 },
  'import.undo': { retryLimit: 2, retryDelay: 5, expireInSeconds: 900 },
  'outbox.send': { retryLimit: 50, retryDelay: 30, retryBackoff: true, expireInSeconds: 120 },
  'outreach.daily': { retryLimit: 3, retryDelay: 60, expireInSeconds: 900 },
  'tasks.daily': { retryLimit: 3, retryDelay: 60, expireInSeconds: 300 },
  'people.duplicates': { retryLimit: 2, retryDelay: 60, expireInSeconds: 900 },
  'event.remind': { retryLimit: 3, retryDelay: 60, expireInSeconds: 600 },
  'audit.seal': { retryLimit: 3, retryDelay: 10, expireInSeconds: 600 },
  'audit.verify': { retryLimit: 2, retryDelay: 300, expireInSeconds: 7200 },
  'retention.run': { retryLimit: 10, retryDelay: 30, expireInSeconds: 3600 },
  'audit.unusual': { retryLimit: 2, retryDelay: 300, expireInSeconds: 900 },
  'print.clear': { retryLimit: 3, retryDelay: 60, expireInSeconds: 300 },
  'contact.clear': { retryLimit: 3, retryDelay: 60, expireInSeconds: 300 },
  'access.sample': { retryLimit: 3, retryDelay: 60, expireInSeconds: 300 },
  'volunteer.ask': { retryLimit: 10, retryDelay: 10, expireInSeconds: 120 },
  'volunteer.start': { retryLimit: 10, retryDelay: 10, expireInSeconds: 120 },
  'volunteer.started': { retryLimit: 10, retryDelay: 10, expireInSeconds: 120 },
  'volunteer.no-match': { retryLimit: 10, retryDelay: 10, expireInSeconds: 120 },
  'volunteer.check-in': { retryLimit: 3, retryDelay: 60, expireInSeconds: 600 },
  'volunteer.path': { retryLimit: 3, retryDelay: 60, expireInSeconds: 600 },
  'volunteer.login-asked': { retryLimit: 10, retryDelay: 10, expireInSeconds: 120 },
  'right.asked': { retryLimit: 10, retryDelay: 10, expireInSeconds: 120 },
  'companion.cancelled': { retryLimit: 10, retryDelay: 10, expireInSeconds: 120 },
  'companion.daily': { retryLimit: 3, retryDelay: 60, expireInSeconds: 300 },
  'volunteer.alarm': { retryLimit: 10, retryDelay: 10, expireInSeconds: 120 },
} as const

export type QueueName = keyof typeof queues

/** What each job is handed. A scheduled job gets null: it works through whatever is due. */
export type JobData = {
  'run.freeze': { runId: string }
  /** null: every run whose time has come, also those a dead worker left behind. */
  'run.send': { runId: string } | null
  'import.preview': { batchId: string }
  'import.confirm': { batchId: string }
  'import.undo': { batchId: string }
  'outbox.send': { messageId: string } | null
  'outreach.daily': null
  'tasks.daily': null
  'people.duplicates': null
  'event.remind': null
  'audit.seal': null
  'audit.verify': null
  /** null: an approved run a dead worker left behind, and tombstones the ledger outside does not know. */
  'retention.run': { runId: string } | null
  'audit.unusual': null
  'print.clear': null
  'contact.clear': null
  'access.sample': null
  'volunteer.ask': { requestId: string; volunteerId: string }
  'volunteer.start': { requestId: string; volunteerId: string }
  'volunteer.started': { matchId: string }
  /** Nothing of which: whoever has not heard yet is found anew. */
  'volunteer.no-match': null
  'volunteer.check-in': null
  'volunteer.path': null
  /** `about`: what kind of thing it is, so that one of another kind the same day is told of as well. */
  'volunteer.alarm': { matchId: string; about: 'unsafe' | 'not-met' | 'concern' }
  'volunteer.login-asked': { volunteerId: string }
  /** Nothing of which or whose: whoever is not told yet is found anew. */
  'right.asked': null
  'companion.cancelled': { meetingId: string }
  'companion.daily': null
}

/** Jobs a minute's schedule is only the safety net of: they are sent for as well. */
const sentForAsWell: readonly QueueName[] = ['run.send', 'outbox.send']
/** Seconds until a waiting job is looked for. What is only ever sent for has somebody waiting: a mail that is asked for leaves within a second or two. The nightly ones may be picked up a little later. */
export const pollSeconds = (queue: QueueName): number => (!(queue in schedules) || sentForAsWell.includes(queue) ? 1 : 10)

/** When the scheduled jobs run, in Danish time. A minute's job is the safety net under the ones that are sent for. */
export const schedules: Partial<Record<QueueName, string>> = {
  'run.send': '* * * * *',
  'outbox.send': '* * * * *',
  'outreach.daily': '15 4 * * *',
  'tasks.daily': '10 4 * * *',
  'people.duplicates': '30 3 * * *',
  'event.remind': '0 8 * * *',
  'audit.seal': '* * * * *',
  'audit.verify': '45 2 * * *',
  'retention.run': '*/10 * * * *',
  'audit.unusual': '0 5 * * *',
  'print.clear': '25 1 * * *',
  'contact.clear': '35 1 * * *',
  'access.sample': '5 1 * * *',
  // Soon after midnight: what a companion read of somebody ran out with the day.
  'companion.daily': '15 0 * * *',
  'volunteer.check-in': '20 8 * * *',
  'volunteer.path': '40 8 * * *',
  'volunteer.no-match': '0 9 * * *',
  'right.asked': '50 7 * * *',
}
