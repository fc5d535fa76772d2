import 'server-only'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { findUnusual } from './writes'

/** `audit.unusual`, every night: which of the look-ups of the day before the data protection officer should look at. */
export const findUnusualJob: JobHandler<'audit.unusual'> = () => transaction({ role: 'worker' }, (tx) => findUnusual(tx, today()), 600_000)
