import type { JobData, QueueName } from './queues'

/** What was done, in numbers. null: there was nothing to do, which is not worth a line in the log of jobs. */
export type JobCounts = Record<string, number> | null

/** `signal` is raised when the process is stopping: finish the piece in hand and return. */
export type JobHandler<Queue extends QueueName> = (data: JobData[Queue], signal: AbortSignal) => Promise<JobCounts>

export type JobHandlers = { [Queue in QueueName]?: JobHandler<Queue> }
